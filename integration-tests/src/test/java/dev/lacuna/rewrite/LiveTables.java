package dev.lacuna.rewrite;

import dev.lacuna.config.Options;
import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.PostgresShapeLoader;
import dev.lacuna.schema.TableKnowledge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Tables without their declared columns. Everything happens in one transaction, that is never
 * committed; so the columns come by an {@code ALTER} and go by a rollback. What is known of the
 * tables stays what it was without them.
 */
final class LiveTables {

  private static final Map<String, String> OPTIONS =
      Map.of("lacuna.migrations", "classpath:rewrite/columns.sql");

  private final Connection connection;
  private final Translator translator;
  private final TableKnowledge knowledge;
  private final String columns;

  LiveTables(Connection connection) throws SQLException, IOException {
    this.connection = connection;
    this.columns = resource("/rewrite/columns.sql");
    connection.setAutoCommit(false);
    run(resource("/rewrite/tables.sql"));
    DeclaredColumns declared =
        Declarations.read(
            Options.of(OPTIONS, new Properties(), new Properties()),
            Dialect.POSTGRESQL,
            LiveTables.class.getClassLoader());
    this.translator = new Translator(declared, Engine.POSTGRESQL, Dialect.POSTGRESQL, Star.SERVER);
    this.knowledge =
        new TableKnowledge(new PostgresShapeLoader(connection, declared), Duration.ofDays(1));
    for (DeclaredColumn column : declared.all()) {
      knowledge.of(List.of(column.table()));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LiveTables.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  int serverVersion() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  Analysis analyse(String sql) {
    return translator.analyse(sql);
  }

  Translation translate(Analysis.Relevant text, GeneratedKeys keys) throws Exception {
    return translator.translate(text, keys, knowledge);
  }

  /** The translation of a text that can be translated. */
  Translation translate(String sql) throws Exception {
    return translate((Analysis.Relevant) analyse(sql), GeneratedKeys.NONE);
  }

  /** Does something with the tables as they are, and takes it back. */
  <R> R without(Work<R> work) throws SQLException {
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
  <R> R with(Work<R> work) throws SQLException {
    return without(
        same -> {
          run(columns);
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
    R on(Connection connection) throws SQLException;
  }
}
