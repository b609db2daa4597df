package dev.lacuna.ddl.change;

/**
 * Tells texts that are no DDL from those that may be. Every statement passes here, so it loads and
 * allocates nothing.
 */
public final class DdlWords {

  /** By their first letters: most statements begin with none of these. */
  private static final String[] ALTER = {"ALTER"};

  private static final String[] C = {"CREATE", "COMMENT", "CLUSTER"};
  private static final String[] DROP = {"DROP"};
  private static final String[] OPTIMIZE = {"OPTIMIZE"};
  private static final String[] R = {"RENAME", "REINDEX", "REFRESH"};
  private static final String[] TRUNCATE = {"TRUNCATE"};
  private static final String[] VACUUM = {"VACUUM"};
  private static final String[] NONE = {};

  private DdlWords() {}

  /**
   * Whether a text may hold DDL: looks at the first word, and at those behind semicolons, one in a
   * string included. So it says yes too often, and never no to DDL.
   */
  public static boolean mayBeIn(String sql) {
    int at = 0;
    while (at >= 0) {
      if (startsLikeDdl(sql, firstWord(sql, at))) {
        return true;
      }
      int semicolon = sql.indexOf(';', at);
      at = semicolon < 0 ? -1 : semicolon + 1;
    }
    return false;
  }

  /** The offset behind blanks, parentheses and comments. */
  private static int firstWord(String sql, int from) {
    int at = from;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int next = at;
      if (c <= ' ' || c == '(' || c == ';') {
        next = at + 1;
      } else if (c == '#' || (c == '-' && sql.startsWith("--", at))) {
        next = behind(sql, "\n", at);
      } else if (c == '/' && sql.startsWith("/*", at)) {
        next = sql.startsWith("/*!", at) || sql.startsWith("/*M!", at) ? at : behind(sql, "*/", at);
      }
      if (next == at) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static int behind(String sql, String end, int from) {
    int found = sql.indexOf(end, from + 1);
    return found < 0 ? sql.length() : found + end.length();
  }

  private static boolean startsLikeDdl(String sql, int at) {
    if (at >= sql.length()) {
      return false;
    }
    // An executable comment of MySQL may hold anything, and PostgreSQL's comments nest.
    char first = sql.charAt(at);
    if (first == '/' || first == '*') {
      return true;
    }
    for (String word : words(first)) {
      if (sql.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static String[] words(char first) {
    return switch (first) {
      case 'A', 'a' -> ALTER;
      case 'C', 'c' -> C;
      case 'D', 'd' -> DROP;
      case 'O', 'o' -> OPTIMIZE;
      case 'R', 'r' -> R;
      case 'T', 't' -> TRUNCATE;
      case 'V', 'v' -> VACUUM;
      default -> NONE;
    };
  }
}
