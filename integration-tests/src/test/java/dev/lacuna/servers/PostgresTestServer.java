package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A PostgreSQL server that the tests bring along. */
final class PostgresTestServer implements TestServer {

  private final EmbeddedPostgres server;

  private PostgresTestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static PostgresTestServer start() {
    try {
      return new PostgresTestServer(
          PostgresRelease.ofSharedServer()
              .builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("max_prepared_transactions", "20")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TestDatabase database(String name) throws SQLException {
    TestDatabase maintenance = named("postgres");
    maintenance.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    maintenance.run("CREATE DATABASE " + name);
    return named(name);
  }

  private TestDatabase named(String name) {
    return new TestDatabase(
        Engine.POSTGRESQL, name, "//localhost:" + server.getPort() + "/" + name + "?user=postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
