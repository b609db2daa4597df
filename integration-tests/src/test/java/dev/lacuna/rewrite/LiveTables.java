package dev.lacuna.rewrite;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.PostgresShapeLoader;
import dev.lacuna.schema.TableKnowledge;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Tables without their declared columns. Everything happens in one transaction, that is never
 * committed; so the columns come by an {@code ALTER} and go by a rollback.
 */
final class LiveTables {

  private static final Map<String, String> OPTIONS =
      Map.of("lacuna.migrations", "classpath:rewrite/columns.sql");

  private final Connection connection;
  private final String addColumns;
  private final Translator translator;
  private final TableKnowledge knowledge;

  LiveTables(Connection connection, String tables, String addColumns) throws SQLException {
    this.connection = connection;
    this.addColumns = addColumns;
    connection.setAutoCommit(false);
    run(tables);
    DeclaredColumns declared =
        Declarations.read(
            Options.of(OPTIONS, new Properties(), new Properties()),
            Dialect.POSTGRESQL,
            LiveTables.class.getClassLoader());
    this.translator = new Translator(declared, Dialect.POSTGRESQL, dev.lacuna.config.Star.SERVER);
    this.knowledge =
        new TableKnowledge(new PostgresShapeLoader(connection, declared), Duration.ofDays(1));
    declared.all().stream().map(c -> c.table()).distinct().forEach(this::know);
  }

  private void know(String table) {
    try {
      knowledge.of(java.util.List.of(table));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Translator translator() {
    return translator;
  }

  TableKnowledge knowledge() {
    return knowledge;
  }

  Connection connection() {
    return connection;
  }

  /** Does something with the tables as they are, and takes it back. */
  <R> R without(Work<R> work) throws Exception {
    Savepoint before = connection.setSavepoint();
    try {
      // A rollback does not take back what a sequence gave.
      run("ALTER SEQUENCE users_id_seq RESTART; ALTER SEQUENCE orders_id_seq RESTART");
      return work.on(connection);
    } finally {
      connection.rollback(before);
    }
  }

  /** Does something with the columns added, and takes it back. */
  <R> R with(Work<R> work) throws Exception {
    return without(
        same -> {
          run(addColumns);
          return without(work);
        });
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Something to be done over a connection. */
  @FunctionalInterface
  interface Work<R> {
    R on(Connection connection) throws Exception;
  }
}
