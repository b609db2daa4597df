package dev.lacuna.ddl;

/** SQL that is shown. */
public final class Sql {

  private Sql() {}

  /** With the semicolon behind it, unless it is all comment. */
  public static String terminated(String sql) {
    boolean comment = sql.lines().allMatch(line -> line.startsWith("--"));
    return comment || sql.endsWith(";") ? sql : sql + ";";
  }
}
