package dev.lacuna.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SQL that is shown. */
public final class Sql {

  private static final String FURTHER = "  ";

  private Sql() {}

  /** With the semicolon behind it, unless it is all comment. */
  public static String terminated(String sql) {
    boolean comment = sql.lines().allMatch(line -> line.startsWith("--"));
    return comment || sql.endsWith(";") ? sql : sql + ";";
  }

  /** In lines of at most that many columns, as far as blanks outside of strings allow it. */
  static String folded(String sql, int columns) {
    return sql.lines()
        .flatMap(line -> lines(line, columns).stream())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(String line, int columns) {
    List<String> lines = new ArrayList<>();
    String further = line.substring(0, line.length() - line.stripLeading().length()) + FURTHER;
    String rest = line;
    int at = breakOf(rest, columns);
    while (at > 0) {
      lines.add(rest.substring(0, at));
      rest = further + rest.substring(at + 1);
      at = breakOf(rest, columns);
    }
    lines.add(rest);
    return lines;
  }

  /** The last blank to break a line at; 0 for none. A comment ends with its line. */
  private static int breakOf(String line, int columns) {
    if (line.length() <= columns || line.contains("--")) {
      return 0;
    }
    int found = 0;
    boolean quoted = false;
    boolean indent = true;
    for (int i = 0; i <= columns; i++) {
      char c = line.charAt(i);
      quoted ^= c == '\'' || c == '"' || c == '`';
      indent &= c == ' ';
      if (c == ' ' && !quoted && !indent) {
        found = i;
      }
    }
    return found;
  }
}
