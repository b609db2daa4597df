package dev.lacuna.ddl;

import dev.lacuna.engine.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history's SQL, on one engine. Stateless. */
sealed interface HistorySql permits PostgresHistory, MysqlHistory {

  /** The columns whose values are bound, in their order. */
  List<String> BOUND =
      List.of(
          "id",
          "application",
          "driver_version",
          "engine_version",
          "statement",
          "table_name",
          "column_name",
          "verdict",
          "rules",
          "waited_ms",
          "held_ms",
          "attempts",
          "outcome",
          "reason",
          "approved_by",
          "commit_id");

  static HistorySql of(Engine engine) {
    return engine == Engine.POSTGRESQL ? new PostgresHistory() : new MysqlHistory();
  }

  /** The table's name with its schema, in quotes; null where the connection is in none. */
  @Nullable String locate(Statement statement) throws SQLException;

  /** Whether the table is there. */
  boolean exists(Statement statement, String table) throws SQLException;

  /** Begins the transaction in which the table is created. */
  default void begin(Statement statement) throws SQLException {}

  /**
   * Creates the table, unless somebody else has just done so, in a transaction where that counts.
   */
  void create(Statement statement, String table) throws SQLException;

  /** Inserts a row; see {@link #BOUND}. */
  String insert(String table);

  /** Whether an error says that the table is not there. */
  boolean isMissing(SQLException e);

  /** What an error says on its first line; those behind it may hold values. */
  static String brief(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** The first value of a query's only row. */
  static @Nullable String value(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
