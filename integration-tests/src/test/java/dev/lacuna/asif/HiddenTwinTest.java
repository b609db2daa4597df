package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Every statement through Lacuna, on a database that has the columns with other values in them and
 * hides them, answers as it does on the twin whose columns have just been added.
 */
class HiddenTwinTest {

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

  private static Stream<DynamicContainer> asIf(Engine engine) throws SQLException {
    return TwinTest.asIf(
        engine,
        () ->
            new Pair(
                engine,
                Twin.withColumns(engine, "hidden_twin"),
                Twin.withHiddenColumns(engine, "hidden")));
  }
}
