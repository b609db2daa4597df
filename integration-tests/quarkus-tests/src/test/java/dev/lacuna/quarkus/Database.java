package dev.lacuna.quarkus;

import static java.util.Objects.requireNonNull;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.Map;

/** Tells the application where its database is, when it starts. */
public final class Database implements QuarkusTestResourceLifecycleManager {

  /** Makes the table, before the column comes to it. */
  static final String TABLE =
      "CREATE TABLE members (id int PRIMARY KEY, name varchar(40), version int)";

  private Engine engine = Engine.POSTGRESQL;

  @Override
  public void init(Map<String, String> arguments) {
    engine = Engine.valueOf(requireNonNull(arguments.get("engine")));
  }

  @Override
  public Map<String, String> start() {
    try {
      TestDatabase database = TestServer.shared(engine).database("quarkus");
      database.run(TABLE);
      return Map.of(
          "quarkus.datasource.jdbc.url",
          database.lacunaUrl("lacuna.migrations", "classpath:db/migration/*.sql"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    // The server ends with the JVM.
  }
}
