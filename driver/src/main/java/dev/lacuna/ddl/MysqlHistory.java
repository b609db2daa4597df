package dev.lacuna.ddl;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MySQL's and MariaDB's. Triggers refuse to change or remove rows, where the user may create them;
 * {@code TRUNCATE} runs none.
 */
final class MysqlHistory implements HistorySql {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  private static final int NO_SUCH_TABLE = 1146;
  private static final int TRIGGER_EXISTS = 1359;

  /** Of a privilege that is missing; 1419 is about SUPER while a binary log is written. */
  private static final Set<Integer> MAY_NOT = Set.of(1142, 1227, 1419);

  @Override
  public @Nullable String locate(Statement statement) throws SQLException {
    String database = HistorySql.value(statement, "SELECT DATABASE()");
    return database == null ? null : "`" + database.replace("`", "``") + "`." + HistoryTable.NAME;
  }

  @Override
  public boolean exists(Statement statement, String table) throws SQLException {
    try {
      HistorySql.value(statement, "SELECT 1 FROM " + table + " WHERE FALSE");
      return true;
    } catch (SQLException e) {
      if (isMissing(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void create(Statement statement, String table) throws SQLException {
    statement.execute(
        """
        CREATE TABLE IF NOT EXISTS %s (
          id char(36) CHARACTER SET ascii PRIMARY KEY,
          at datetime(6) NOT NULL COMMENT 'UTC',
          database_user varchar(128) NOT NULL,
          application varchar(255),
          host varchar(255) NOT NULL,
          driver_version varchar(255) NOT NULL,
          engine_version varchar(64) NOT NULL,
          statement longtext NOT NULL,
          table_name varchar(255),
          column_name text,
          verdict varchar(16),
          rules text,
          waited_ms bigint NOT NULL,
          held_ms bigint NOT NULL,
          attempts int NOT NULL,
          outcome varchar(64) NOT NULL,
          reason text,
          approved_by varchar(255),
          commit_id varchar(255)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4\
        """
            .formatted(table));
    forbid(statement, table, "UPDATE");
    forbid(statement, table, "DELETE");
  }

  private static void forbid(Statement statement, String table, String verb) throws SQLException {
    String home = table.substring(0, table.length() - HistoryTable.NAME.length());
    try {
      statement.execute(
          """
          CREATE TRIGGER %slacuna_history_no_%s BEFORE %s ON %s FOR EACH ROW
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lacuna_history is append-only'\
          """
              .formatted(home, verb.toLowerCase(Locale.ROOT), verb, table));
    } catch (SQLException e) {
      if (MAY_NOT.contains(e.getErrorCode())) {
        LOG.info("No trigger guards lacuna_history against {}: {}", verb, HistorySql.brief(e));
      } else if (e.getErrorCode() != TRIGGER_EXISTS) {
        throw e;
      }
    }
  }

  @Override
  public String insert(String table) {
    return "INSERT INTO "
        + table
        + " (at, database_user, host, "
        + String.join(", ", BOUND)
        + ") VALUES (UTC_TIMESTAMP(6), SUBSTRING_INDEX(USER(), '@', 1),"
        + " SUBSTRING_INDEX(USER(), '@', -1), ?"
        + ", ?".repeat(BOUND.size() - 1)
        + ")";
  }

  @Override
  public boolean isMissing(SQLException e) {
    return e.getErrorCode() == NO_SUCH_TABLE;
  }
}
