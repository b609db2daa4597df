package dev.lacuna.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement of {@code statements.sql}.
 *
 * <p>There, a line is a statement. Behind {@code --?} stand the values of its parameters, bars
 * between; in front stand notes in brackets: {@code [keys]} and {@code [keys id nickname]} for the
 * generated keys that are asked for, {@code [15]} for the oldest server that knows it, {@code
 * [refused]} where it has no answer, {@code [refused before 17]} where it has none on older
 * servers, {@code [fails]} where the server itself refuses it.
 */
record LiveStatement(
    int line,
    String sql,
    List<@Nullable Object> values,
    GeneratedKeys keys,
    int oldestServer,
    int refusedBefore,
    boolean fails) {

  private static final String REFUSED_BEFORE = "refused before ";

  /** Whether it has no answer on a server of that major version. */
  boolean isRefusedOn(int version) {
    return version < refusedBefore;
  }

  static List<LiveStatement> readAll() {
    List<LiveStatement> all = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("--")) {
        all.add(read(i + 1, lines.get(i)));
      }
    }
    return all;
  }

  private static List<String> lines() {
    try (InputStream in = LiveStatement.class.getResourceAsStream("/rewrite/statements.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LiveStatement read(int number, String line) {
    GeneratedKeys keys = GeneratedKeys.NONE;
    int oldest = 0;
    int refusedBefore = 0;
    boolean fails = false;
    String rest = line;
    while (rest.startsWith("[")) {
      String note = rest.substring(1, rest.indexOf(']'));
      rest = rest.substring(rest.indexOf(']') + 1).strip();
      if (note.startsWith("keys")) {
        String names = note.substring("keys".length()).strip();
        keys = names.isEmpty() ? GeneratedKeys.ALL : GeneratedKeys.named(names.split(" ", -1));
      } else if (note.equals("refused")) {
        refusedBefore = Integer.MAX_VALUE;
      } else if (note.startsWith(REFUSED_BEFORE)) {
        refusedBefore = Integer.parseInt(note.substring(REFUSED_BEFORE.length()));
      } else if (note.equals("fails")) {
        fails = true;
      } else {
        oldest = Integer.parseInt(note);
      }
    }
    String[] halves = rest.split("--\\?", 2);
    String sql = halves[0].strip().replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    return new LiveStatement(number, sql, values(halves), keys, oldest, refusedBefore, fails);
  }

  private static List<@Nullable Object> values(String[] halves) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String value :
        halves.length == 1 ? new String[0] : halves[1].strip().split(" *[|] *", -1)) {
      values.add(value(value));
    }
    return values;
  }

  private static @Nullable Object value(String text) {
    if (text.equals("null")) {
      return null;
    }
    return text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : text;
  }

  @Override
  public String toString() {
    return line + ": " + sql;
  }
}
