package dev.lacuna.cli.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with SQL.
 *
 * @param path where it is; null for standard input
 * @param name as reports have it, with slashes
 * @param text without a byte order mark, its lines ended by {@code \n}
 */
public record SqlFile(@Nullable Path path, String name, String text) {

  /** The name of standard input. */
  public static final String STANDARD_INPUT = "stdin";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads a file.
   *
   * @throws ScriptException if it is not UTF-8
   */
  static SqlFile read(Path path) throws IOException, ScriptException {
    String name = nameOf(path);
    return new SqlFile(path, name, decoded(Files.readAllBytes(path), name));
  }

  /** From the working directory where it is below that, so that a build's annotations find it. */
  static String nameOf(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    Path shown = whole.startsWith(here) ? here.relativize(whole) : whole;
    return shown.toString().replace('\\', '/');
  }

  /**
   * Reads standard input, to its end.
   *
   * @throws ScriptException if it is not UTF-8
   */
  static SqlFile read(InputStream input) throws IOException, ScriptException {
    return new SqlFile(null, STANDARD_INPUT, decoded(input.readAllBytes(), STANDARD_INPUT));
  }

  /** The last part of its path; empty for standard input. */
  String lastName() {
    Path last = path == null ? null : path.getFileName();
    return last == null ? "" : last.toString();
  }

  private static String decoded(byte[] content, String name) throws ScriptException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return bare.replace("\r\n", "\n");
    } catch (CharacterCodingException notUtf8) {
      throw new ScriptException(name + " is not UTF-8 text.");
    }
  }
}
