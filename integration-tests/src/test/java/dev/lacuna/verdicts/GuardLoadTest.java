package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A guarded ALTER under load makes nobody wait for long, and comes through in the end. */
class GuardLoadTest {

  /** MySQL and MariaDB count a lock's time-out in whole seconds. */
  private static final long LOCK_TIMEOUT_MILLIS = 1_000;

  private static final String ALTER = "ALTER TABLE orders ADD COLUMN n int";

  private static TestDatabase database(Engine engine) throws SQLException {
    return TestServer.shared(engine).database("guard_load");
  }

  private static String guarded(TestDatabase database, String more) {
    return database.lacunaUrl("lacuna.ddl", "guard")
        + "&lacuna.ddl.lock-timeout="
        + LOCK_TIMEOUT_MILLIS
        + "ms"
        + more;
  }

  private static void assertNobodyWaits(Engine engine) throws Exception {
    TestDatabase database = database(engine);
    Load.Waits waits =
        new Load(database).during(guarded(database, "&lacuna.ddl.retries=100"), ALTER);
    assertThat(waits.longest()).isLessThan(LOCK_TIMEOUT_MILLIS + 500 + waits.elsewhere());
  }

  private static void assertStall(Engine engine) throws Exception {
    TestDatabase database = database(engine);
    Load.Waits waits = new Load(database).during(database.plainUrl(), ALTER);
    assertThat(waits.longest()).isGreaterThan(Load.READER_MILLIS - 1_000);
  }

  /** Eight sessions that wait a quarter of a second use it up. */
  private static void assertGivesUp(Engine engine) throws SQLException {
    TestDatabase database = database(engine);
    Load load = new Load(database);
    assertThatThrownBy(
            () ->
                load.during(
                    guarded(database, "&lacuna.ddl.retries=100&lacuna.ddl.budget=2s"), ALTER))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("lacuna.ddl.budget is 2.0 s");
  }

  @Test
  void postgresql_guarded_noWriterWaitsLongerThanTheTimeout() throws Exception {
    assertNobodyWaits(Engine.POSTGRESQL);
  }

  @Test
  void postgresql_unguarded_writersStall() throws Exception {
    assertStall(Engine.POSTGRESQL);
  }

  @Test
  void postgresql_budgetUsedUp_givesUp() throws Exception {
    assertGivesUp(Engine.POSTGRESQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_guarded_noWriterWaitsLongerThanTheTimeout() throws Exception {
    assertNobodyWaits(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_unguarded_writersStall() throws Exception {
    assertStall(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_budgetUsedUp_givesUp() throws Exception {
    assertGivesUp(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_guarded_noWriterWaitsLongerThanTheTimeout() throws Exception {
    assertNobodyWaits(Engine.MARIADB);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_unguarded_writersStall() throws Exception {
    assertStall(Engine.MARIADB);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_budgetUsedUp_givesUp() throws Exception {
    assertGivesUp(Engine.MARIADB);
  }
}
