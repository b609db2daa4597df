package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.ddl.effect.Names;
import dev.lacuna.ddl.effect.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to what a failed {@code CREATE INDEX CONCURRENTLY} leaves behind on PostgreSQL: an index
 * that is INVALID, which every write keeps up to date and no query uses (PostgreSQL 18 manual,
 * CREATE INDEX, "Building Indexes Concurrently").
 */
final class InvalidIndexes {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  /** No index that somebody else may be building now: that one is INVALID too until it is done. */
  private static final String QUERY =
      "SELECT i.indexrelid::regclass::text, c.relname::text FROM pg_catalog.pg_index i JOIN"
          + " pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid ="
          + " pg_catalog.to_regclass(?) AND c.relkind = 'i' AND NOT i.indisvalid AND NOT EXISTS"
          + " (SELECT FROM pg_catalog.pg_locks l WHERE l.relation = i.indrelid AND l.granted AND"
          + " l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid())";

  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("55P03", "40P01");

  private final Connection connection;
  private final String table;
  private final @Nullable String index;

  private InvalidIndexes(Connection connection, String table, @Nullable String index) {
    this.connection = connection;
    this.table = table;
    this.index = index;
  }

  /** For a statement that builds an index concurrently; else null. */
  static @Nullable InvalidIndexes of(Connection connection, Verdict verdict) {
    Change change = verdict.ddl().changes().get(0);
    Table table = verdict.facts().table();
    if (table == null || !verdict.facts().server().isPostgresql()) {
      return null;
    }
    String sql = Names.postgresql(table.name());
    if (change instanceof CreateIndex create && create.concurrently()) {
      return new InvalidIndexes(connection, sql, create.name());
    }
    boolean reindex = change instanceof Reindex rebuilt && rebuilt.concurrently();
    return reindex ? new InvalidIndexes(connection, sql, null) : null;
  }

  /**
   * Runs the statement, and says in the log and in its error what a failure has left behind.
   *
   * @param retries how often it is tried again, each time without what it left; −1 to leave all as
   *     it is
   */
  <R> R around(int retries, LockGuard.Run<R> run) throws SQLException {
    Set<String> toDrop = retries >= 0 && index != null ? found(index) : Set.of();
    Set<String> before = found(null);
    before.removeAll(toDrop);
    for (int attempt = 0; ; attempt++) {
      try {
        drop(toDrop);
        return run.run();
      } catch (SQLException e) {
        Set<String> left = found(null);
        left.removeAll(before);
        if (attempt >= retries || !WORTH_ANOTHER_TRY.contains(String.valueOf(e.getSQLState()))) {
          throw left.isEmpty() ? e : told(e, left);
        }
        LockGuard.sleep(LockGuard.pauseMillis(attempt), e);
        toDrop = left;
      }
    }
  }

  private Set<String> found(@Nullable String name) throws SQLException {
    Set<String> found = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (name == null || name.equals(row.getString(2))) {
            found.add(row.getString(1));
          }
        }
      }
    }
    return found;
  }

  private void drop(Set<String> indexes) throws SQLException {
    for (String left : indexes) {
      LOG.info("Index {} is INVALID, left behind by a statement that failed: it is dropped", left);
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + left);
      }
    }
  }

  private static SQLException told(SQLException e, Set<String> left) {
    LOG.warn("DDL failed and has left behind what is INVALID: {}", String.join(", ", left));
    String message =
        """
        %s
        Why it matters: what it has left behind is INVALID: every write keeps it, no query uses it.
        Instead: drop it; with lacuna.ddl=guard, the same statement does that first.
        %s"""
            .formatted(
                e.getMessage(),
                left.stream()
                    .map(index -> "  DROP INDEX CONCURRENTLY " + index + ";")
                    .collect(Collectors.joining("\n")));
    return new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
  }
}
