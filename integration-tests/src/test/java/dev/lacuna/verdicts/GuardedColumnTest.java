package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@code guard}, a column can be added again: the same definition is enough. */
class GuardedColumnTest {

  private static final List<String> EVERYWHERE =
      List.of(
          "n int",
          "n integer NOT NULL DEFAULT 7",
          "n bigint DEFAULT -1",
          "n varchar(40)",
          "n varchar(40) NOT NULL DEFAULT 'it''s'",
          "n numeric(10,2) DEFAULT 1.5",
          "n decimal",
          "n char(3) DEFAULT 'x'",
          "n timestamp NULL DEFAULT CURRENT_TIMESTAMP",
          "n int DEFAULT NULL",
          "n int UNIQUE",
          "n double precision",
          "n date");

  private static final List<String> POSTGRESQL =
      List.of(
          "n text[] DEFAULT '{}'",
          "n jsonb NOT NULL DEFAULT '{}'::jsonb",
          "n timestamptz NOT NULL DEFAULT now()",
          "n boolean DEFAULT true",
          "n serial",
          "n int GENERATED ALWAYS AS IDENTITY",
          "n uuid DEFAULT gen_random_uuid()",
          "n bigint REFERENCES customers",
          "n int CHECK (n > 0)");

  private static final List<String> MYSQL =
      List.of(
          "n int unsigned",
          "n tinyint(1) DEFAULT 1",
          "n boolean DEFAULT true",
          "n varchar(10) DEFAULT ''",
          "n boolean",
          "n datetime(3) DEFAULT CURRENT_TIMESTAMP(3)",
          "n enum('a','b') NOT NULL DEFAULT 'a'",
          "n json",
          "n text",
          "n int COMMENT 'x'");

  private static TestDatabase tables(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("guard_column");
    database.run("CREATE TABLE customers (id bigint PRIMARY KEY)");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(40))");
    return database;
  }

  private static Connection guarded(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", "guard"));
  }

  private static void assertAddedAgain(Engine engine, List<String> columns) throws SQLException {
    try (Connection connection = guarded(tables(engine));
        Statement statement = connection.createStatement()) {
      for (String column : columns) {
        String add = "ALTER TABLE orders ADD COLUMN " + column;
        statement.execute(add);
        assertThat(statement.executeUpdate(add)).as(add).isZero();
        assertThat(warning(statement))
            .as(add)
            .isEqualTo("orders has n already, with the same definition: nothing was changed");
        statement.execute("ALTER TABLE orders DROP COLUMN n");
      }
    }
  }

  private static String warning(Statement statement) throws SQLException {
    SQLWarning warning = statement.getWarnings();
    return warning == null ? "" : String.valueOf(warning.getMessage());
  }

  private static void assertDiffers(Engine engine, String there, String wanted, String message)
      throws SQLException {
    try (Connection connection = guarded(tables(engine));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN " + there);
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN " + wanted))
          .isInstanceOf(SQLException.class)
          .hasMessage(message);
    }
  }

  private static void assertPreparedToo(Engine engine) throws SQLException {
    try (Connection connection = guarded(tables(engine));
        PreparedStatement prepared =
            connection.prepareStatement("ALTER TABLE orders ADD COLUMN n int")) {
      assertThat(prepared.executeUpdate()).isZero();
      assertThat(warning(prepared)).isEmpty();
      assertThat(prepared.executeUpdate()).isZero();
      assertThat(warning(prepared)).startsWith("orders has n already");
    }
  }

  @Test
  void postgresql_sameDefinition_isAWarning() throws SQLException {
    assertAddedAgain(Engine.POSTGRESQL, EVERYWHERE);
    assertAddedAgain(Engine.POSTGRESQL, POSTGRESQL);
    assertPreparedToo(Engine.POSTGRESQL);
  }

  @Test
  void postgresql_otherDefinition_showsBoth() throws SQLException {
    assertDiffers(
        Engine.POSTGRESQL,
        "n int NOT NULL DEFAULT 7",
        "n bigint DEFAULT 7",
        """
        Refused: ALTER TABLE orders ADD COLUMN n bigint DEFAULT 7
        Why: orders has a column n already, with another definition.
          There:  n integer NOT NULL DEFAULT 7
          Wanted: n bigint DEFAULT 7
        Instead: change the column that is there, or give the new one another name.""");
  }

  @Test
  void postgresql_inATransaction_leavesItAlive() throws SQLException {
    try (Connection connection = guarded(tables(Engine.POSTGRESQL));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n text"))
          .hasMessageContaining("another definition");
      statement.execute("ALTER TABLE orders ADD COLUMN m int");
      connection.commit();
    }
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_sameDefinition_isAWarning() throws SQLException {
    assertAddedAgain(Engine.MYSQL, EVERYWHERE);
    assertAddedAgain(Engine.MYSQL, MYSQL);
    assertPreparedToo(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_otherDefinition_showsBoth() throws SQLException {
    assertDiffers(
        Engine.MYSQL,
        "n varchar(40) NOT NULL DEFAULT 'x'",
        "n varchar(60)",
        """
        Refused: ALTER TABLE orders ADD COLUMN n varchar(60)
        Why: orders has a column n already, with another definition.
          There:  n varchar(40) NOT NULL DEFAULT x
          Wanted: n varchar(60)
        Instead: change the column that is there, or give the new one another name.""");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_sameDefinition_isAWarning() throws SQLException {
    assertAddedAgain(Engine.MARIADB, EVERYWHERE);
    assertAddedAgain(Engine.MARIADB, MYSQL);
    assertPreparedToo(Engine.MARIADB);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_otherDefinition_showsBoth() throws SQLException {
    assertDiffers(
        Engine.MARIADB,
        "n int",
        "n int NOT NULL",
        """
        Refused: ALTER TABLE orders ADD COLUMN n int NOT NULL
        Why: orders has a column n already, with another definition.
          There:  n int(11)
          Wanted: n int NOT NULL
        Instead: change the column that is there, or give the new one another name.""");
  }
}
