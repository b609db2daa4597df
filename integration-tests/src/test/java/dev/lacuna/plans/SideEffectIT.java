package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A function that changes data, and that a server may call to make a plan, is not run for one. */
@Execution(ExecutionMode.CONCURRENT)
class SideEffectIT {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE calls (n int)",
          "CREATE TABLE orders (id int PRIMARY KEY, customer_id int)",
          "INSERT INTO orders VALUES (1, 1), (2, 2), (3, 3)");

  private static final List<String> QUERIES =
      List.of(
          "SELECT id FROM orders WHERE customer_id = counted(1)",
          "SELECT id FROM shown WHERE customer_id = 2",
          "UPDATE orders SET customer_id = counted(3) WHERE id = 3",
          "SELECT id FROM (SELECT id, counted(1) AS c FROM orders) o WHERE c = 1");

  private static final String VIEW =
      "CREATE VIEW shown AS SELECT id, customer_id FROM orders WHERE counted(1) = 1";

  @Test
  void postgresql_functionThatInserts_isNotRunByExplaining() throws Exception {
    check(
        Engine.POSTGRESQL,
        "CREATE FUNCTION count_call() RETURNS void LANGUAGE sql VOLATILE AS"
            + " $$ INSERT INTO calls VALUES (1) $$;"
            + "CREATE FUNCTION counted(a int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS"
            + " $$ BEGIN PERFORM count_call(); RETURN a; END $$");
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_functionThatInserts_isNotRunByExplaining() throws Exception {
    check(
        Engine.MYSQL,
        "CREATE FUNCTION counted(a int) RETURNS int DETERMINISTIC"
            + " BEGIN INSERT INTO calls VALUES (1); RETURN a; END");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_functionThatInserts_isNotRunByExplaining() throws Exception {
    check(
        Engine.MARIADB,
        "CREATE FUNCTION counted(a int) RETURNS int DETERMINISTIC"
            + " BEGIN INSERT INTO calls VALUES (1); RETURN a; END");
  }

  private static void check(Engine engine, String function) throws Exception {
    TestDatabase database =
        Agent.unseen(() -> TestServer.shared(engine).database("effects_" + engine.urlName()));
    try (Connection application = DriverManager.getConnection(database.plainUrl());
        Statement statement = application.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
      statement.execute(function);
      statement.execute(VIEW);
      for (int i = 0; i < 20; i++) {
        for (String sql : QUERIES) {
          run(statement, sql);
        }
      }
      long ofTheApplication = calls(statement);
      Thread.sleep(3_000);
      statement.execute("ALTER TABLE orders ADD COLUMN region varchar(10)");
      Thread.sleep(4_000);

      assertThat(ofTheApplication).isPositive();
      assertThat(calls(statement)).isEqualTo(ofTheApplication);
    }
  }

  /** MySQL refuses some of these by itself; that is as good here as an answer. */
  private static void run(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as("%s", e.getMessage()).isEqualTo("HY000");
    }
  }

  private static long calls(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM calls")) {
      row.next();
      return row.getLong(1);
    }
  }
}
