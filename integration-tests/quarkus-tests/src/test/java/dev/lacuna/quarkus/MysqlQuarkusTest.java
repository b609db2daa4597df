package dev.lacuna.quarkus;

import dev.lacuna.engine.Engine;
import dev.lacuna.quarkus.MysqlQuarkusTest.OnMysql;
import dev.lacuna.servers.RequiresServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** Quarkus on MySQL. */
@QuarkusTest
@TestProfile(OnMysql.class)
@RequiresServer(Engine.MYSQL)
@QuarkusTestResource(
    value = Database.class,
    initArgs = @ResourceArg(name = "engine", value = "MYSQL"),
    restrictToAnnotatedClass = true)
class MysqlQuarkusTest extends QuarkusContract {

  /** What the application is built for, in place of PostgreSQL. */
  public static final class OnMysql implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.datasource.db-kind", "mysql");
    }
  }
}
