package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Twins on each engine. */
abstract class TwinContract {

  /** A test for each case. */
  abstract Stream<DynamicContainer> asIf(Engine engine) throws SQLException;

  @TestFactory
  Stream<DynamicContainer> postgresql() throws SQLException {
    return asIf(Engine.POSTGRESQL);
  }

  @TestFactory
  @RequiresServer(Engine.MYSQL)
  Stream<DynamicContainer> mysql() throws SQLException {
    return asIf(Engine.MYSQL);
  }

  @TestFactory
  @RequiresServer(Engine.MARIADB)
  Stream<DynamicContainer> mariadb() throws SQLException {
    return asIf(Engine.MARIADB);
  }
}
