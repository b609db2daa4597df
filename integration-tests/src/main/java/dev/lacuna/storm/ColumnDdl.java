package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DDL of the storm in an engine's own words. The history of stored nicknames is kept whenever
 * the column is there, from before a change returns that brings it.
 */
abstract class ColumnDdl {

  static final String RENAMING_AWAY = "ALTER TABLE users RENAME COLUMN nickname TO nick";

  final Connections plain;

  ColumnDdl(Connections plain) {
    this.plain = plain;
  }

  abstract void create() throws SQLException;

  abstract void keepHistory() throws SQLException;

  abstract void add(String type) throws SQLException;

  abstract void drop() throws SQLException;

  abstract void replace(String type) throws SQLException;

  /**
   * Puts another table in the place of the table. Nobody writes between the copy and the swap.
   *
   * @param type of its nickname; null if it has none
   * @param filled whether it has the nicknames that the table has
   */
  abstract void swap(@Nullable String type, boolean filled) throws SQLException;

  /** A column of another name gets the name. */
  void renameIn(String type) throws SQLException {
    run(renamingIn(type));
  }

  void renameAway() throws SQLException {
    run(RENAMING_AWAY);
  }

  static List<String> renamingIn(String type) {
    return List.of(
        "ALTER TABLE users ADD COLUMN nick " + type,
        "ALTER TABLE users RENAME COLUMN nick TO nickname");
  }

  /** Drops what was renamed away: a change that has nothing to do with the column. */
  final void dropRenamed() throws SQLException {
    run("ALTER TABLE users DROP COLUMN nick");
  }

  final void run(String... statements) throws SQLException {
    run(List.of(statements));
  }

  final void run(List<String> statements) throws SQLException {
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The columns of a table that is to take the place of the table. */
  static String columns(@Nullable String type, String textType) {
    return "(id bigint PRIMARY KEY, "
        + (type == null ? "" : "nickname " + type + ", ")
        + "desk int NOT NULL, name "
        + textType
        + " NOT NULL, visits int NOT NULL DEFAULT 0)";
  }

  static String copy(boolean filled) {
    String columns = "id, desk, name, visits" + (filled ? ", nickname" : "");
    return "INSERT INTO users_new (" + columns + ") SELECT " + columns + " FROM users";
  }
}
