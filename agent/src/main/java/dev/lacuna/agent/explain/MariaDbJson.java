package dev.lacuna.agent.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plans of MariaDB that are no JSON: it writes strings as they are, and a condition has the
 * statement's constants in it, such as {@code "c = 'a"b'"} or {@code "c = _binary'\x00'"} (tried on
 * 11.8.6; MDEV-39720 mends it in later ones). A constant that closes the string could even pass for
 * members of its own, which nobody masks; so it is not left to the parser to find a fault.
 *
 * <p>The server writes a member a line, and a line's end inside a constant as {@code \n}.
 */
final class MariaDbJson {

  /** Reads no table, so that any user may ask it. */
  private static final String QUESTION =
      "EXPLAIN FORMAT=JSON SELECT 1 FROM (SELECT 'x' AS c UNION ALL SELECT 'y') t WHERE c = 'a\"b'";

  private static final Pattern STRING =
      Pattern.compile("(?m)^(\\s*(?:\"[\\w-]+\": )?\")(.*)(\",?)$");

  private MariaDbJson() {}

  /** Whether the server writes JSON that is to be read as it is. */
  static boolean isSound(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(QUESTION)) {
      return row.next() && !row.getString(1).contains("a\"b");
    }
  }

  /** A plan with its strings escaped. */
  static String escaped(String plan) {
    return STRING
        .matcher(plan)
        .replaceAll(
            line ->
                Matcher.quoteReplacement(line.group(1) + inside(line.group(2)) + line.group(3)));
  }

  private static String inside(String string) {
    StringBuilder escaped = new StringBuilder(string.length());
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
