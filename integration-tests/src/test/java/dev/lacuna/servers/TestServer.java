package dev.lacuna.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server for tests; it ends with this JVM, if it is not closed before. */
public final class TestServer implements AutoCloseable {

  private static final class Shared {
    static final TestServer SERVER = start();
  }

  private final EmbeddedPostgres server;

  private TestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The one server of this JVM: every test takes a database of its own on it. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  /** A server of its own, for a test that does it harm. */
  public static TestServer start() {
    try {
      return new TestServer(
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("max_prepared_transactions", "20")
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database; one of that name from a former test is dropped. */
  public TestDatabase database(String name) throws SQLException {
    TestDatabase maintenance = new TestDatabase("postgres", server.getPort());
    try (Connection connection = DriverManager.getConnection(maintenance.plainUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name);
    }
    return new TestDatabase(name, server.getPort());
  }

  /** Stops the server at once, as a crash of its machine would. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
