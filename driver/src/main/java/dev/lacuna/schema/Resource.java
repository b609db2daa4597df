package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A text with declarations.
 *
 * @param name as errors have it: {@code classpath:lacuna.sql}
 * @param text without a byte order mark
 */
record Resource(String name, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** How a file in Liquibase's formatted SQL begins. */
  private static final Pattern FORMATTED =
      Pattern.compile("\\s*--\\s*liquibase formatted sql", Pattern.CASE_INSENSITIVE);

  /** Liquibase's own lines; to MySQL, two dashes begin a comment only before a blank. */
  private static final Pattern TOOLS_LINE = Pattern.compile("^(\\h*--)(?=\\w)", Pattern.MULTILINE);

  /**
   * Decodes the content of a file.
   *
   * @throws ConfigurationException if it is not UTF-8
   */
  static Resource of(String name, byte[] content) throws ConfigurationException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return new Resource(
          name, readable(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    } catch (CharacterCodingException notUtf8) {
      throw new ConfigurationException(
          "Cannot read " + name,
          "it is not UTF-8 text.",
          "save it as UTF-8, or leave it out of lacuna.migrations.",
          notUtf8);
    }
  }

  /** Makes comments to every engine of what Liquibase takes for its own. */
  private static String readable(String text) {
    return FORMATTED.matcher(text).lookingAt() ? TOOLS_LINE.matcher(text).replaceAll("$1 ") : text;
  }
}
