package dev.lacuna.demo;

import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.storm.Resources;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A database server of its own, and the application's pool on it.
 *
 * @param pool the application's
 * @param plain a way to the database past Lacuna
 */
record Deployment(EmbeddedPostgres server, HikariDataSource pool, DataSource plain)
    implements AutoCloseable {

  static final String MIGRATION = "db/migration/V42__nickname.sql";

  private static final String SCHEMA = "demo/schema.sql";
  private static final int POOL_SIZE = 8;

  /** What the application adds to its URL. */
  static final String DECLARATION = "lacuna.migrations=classpath:" + MIGRATION;

  /** The URL that the application is configured with, but for the declaration. */
  static String url(boolean throughLacuna, int port) {
    String database = "postgresql://localhost:" + port + "/postgres?user=postgres";
    return (throughLacuna ? "jdbc:lacuna:" : "jdbc:") + database;
  }

  static Deployment start(boolean migrated, boolean throughLacuna)
      throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "off").start();
    DataSource plain = server.getPostgresDatabase();
    run(plain, Resources.text(SCHEMA));
    if (migrated) {
      run(plain, Resources.text(MIGRATION));
    }
    HikariDataSource pool = new HikariDataSource();
    String url = url(throughLacuna, server.getPort());
    pool.setJdbcUrl(throughLacuna ? url + "&" + DECLARATION : url);
    pool.setMaximumPoolSize(POOL_SIZE);
    return new Deployment(server, pool, plain);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    server.close();
  }

  private static void run(DataSource database, String script) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }
}
