package dev.lacuna.asif;

import java.util.Locale;

/** What can be said of a statement without parsing it. */
final class TopLevel {

  private static final String ORDER_BY = "ORDER BY";

  private TopLevel() {}

  /** Whether the statement orders its own rows: an ORDER BY outside all parentheses and quotes. */
  static boolean isOrdered(String sql) {
    String upper = sql.toUpperCase(Locale.ROOT);
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && depth == 0 && upper.startsWith(ORDER_BY, i)) {
        return true;
      }
    }
    return false;
  }
}
