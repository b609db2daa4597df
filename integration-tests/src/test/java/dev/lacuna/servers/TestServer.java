package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;

/** A database server for tests; it ends with this JVM, if it is not closed before. */
public interface TestServer extends AutoCloseable {

  /** The one PostgreSQL server of this JVM: every test takes a database of its own on it. */
  static TestServer shared() {
    return shared(Engine.POSTGRESQL);
  }

  /**
   * The one server of that engine in this JVM. A test that asks for another than PostgreSQL says so
   * by {@link RequiresServer}.
   */
  static TestServer shared(Engine engine) {
    return SharedServers.of(engine);
  }

  /**
   * The same after it has crashed: when it answers again, or another one in its place, without any
   * database. What was connected to it is not any more.
   */
  static TestServer revived(Engine engine) {
    return SharedServers.revived(engine);
  }

  /** A PostgreSQL server of its own, for a test that does it harm. */
  static TestServer start() {
    return PostgresTestServer.start();
  }

  /** The same of MySQL or MariaDB, in a container. A test says so by {@link RequiresServer}. */
  static TestServer start(Engine engine) {
    return MySqlTestServer.inContainer(engine);
  }

  /** An empty database; one of that name from a former test is dropped. */
  TestDatabase database(String name) throws SQLException;

  /** Stops the server at once, as a crash of its machine would. */
  @Override
  void close();
}
