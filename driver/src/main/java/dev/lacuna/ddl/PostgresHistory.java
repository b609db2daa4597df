package dev.lacuna.ddl;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's. A trigger refuses to change or remove rows.
 *
 * <p>{@code CREATE TABLE IF NOT EXISTS} alone may fail where two sessions run it at once; so the
 * first one holds an advisory lock until it is done (PostgreSQL 18 manual, 13.3.5).
 */
final class PostgresHistory implements HistorySql {

  /** Any number that nobody else takes: "lacuna" in ASCII. */
  private static final long LOCK = 0x6c6163756e61L;

  private static final String UNDEFINED_TABLE = "42P01";

  @Override
  public @Nullable String locate(Statement statement) throws SQLException {
    String schema =
        HistorySql.value(statement, "SELECT pg_catalog.quote_ident(pg_catalog.current_schema())");
    return schema == null ? null : schema + "." + HistoryTable.NAME;
  }

  /** By a query: a cache of the server's may not know yet what another session has just done. */
  @Override
  public boolean exists(Statement statement, String table) throws SQLException {
    String schema = table.substring(0, table.length() - HistoryTable.NAME.length() - 1);
    String query =
        "SELECT 1 FROM pg_catalog.pg_class WHERE relname = '%s'"
            + " AND relnamespace = pg_catalog.to_regnamespace('%s')";
    return HistorySql.value(
            statement, query.formatted(HistoryTable.NAME, schema.replace("'", "''")))
        != null;
  }

  /** Each statement sees what was committed before it. */
  @Override
  public void begin(Statement statement) throws SQLException {
    statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
  }

  @Override
  public void create(Statement statement, String table) throws SQLException {
    HistorySql.value(statement, "SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
    if (exists(statement, table)) {
      return;
    }
    statement.execute(
        """
        CREATE TABLE %s (
          id uuid PRIMARY KEY,
          at timestamptz NOT NULL,
          database_user text NOT NULL,
          application text,
          host text NOT NULL,
          driver_version text NOT NULL,
          engine_version text NOT NULL,
          statement text NOT NULL,
          table_name text,
          column_name text,
          verdict text,
          rules text,
          waited_ms bigint NOT NULL,
          held_ms bigint NOT NULL,
          attempts integer NOT NULL,
          outcome text NOT NULL,
          reason text,
          approved_by text,
          commit_id text)\
        """
            .formatted(table));
    statement.execute(
        """
        CREATE OR REPLACE FUNCTION %s_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'lacuna_history is append-only'; END $$\
        """
            .formatted(table));
    statement.execute(
        """
        CREATE TRIGGER lacuna_history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
        FOR EACH STATEMENT EXECUTE PROCEDURE %s_is_append_only()\
        """
            .formatted(table, table));
  }

  @Override
  public String insert(String table) {
    return "INSERT INTO "
        + table
        + " (at, database_user, host, "
        + String.join(", ", BOUND)
        + ") VALUES (pg_catalog.clock_timestamp(), session_user,"
        + " coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'local'),"
        + " CAST(? AS uuid)"
        + ", ?".repeat(BOUND.size() - 1)
        + ")";
  }

  @Override
  public boolean isMissing(SQLException e) {
    return UNDEFINED_TABLE.equals(e.getSQLState());
  }
}
