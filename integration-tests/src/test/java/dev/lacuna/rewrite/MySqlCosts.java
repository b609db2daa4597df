package dev.lacuna.rewrite;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables without their declared columns on MySQL or MariaDB, and what statements on them cost. */
final class MySqlCosts implements AutoCloseable {

  private static final String DECLARED =
      "users.nickname varchar(40); users.level int NOT NULL DEFAULT 1;"
          + " orders.discount decimal(10,2) NOT NULL DEFAULT 0;"
          + " orders.status varchar(20) DEFAULT 'new'";

  private static final String TABLES =
      """
      CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40), age int);
      CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, user_id int, total decimal(10,2),
        note varchar(40), KEY (user_id));
      CREATE TABLE digits (n int PRIMARY KEY);
      INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
      INSERT INTO users (id, name, age)
      SELECT 1000 + d.n * 1000 + c.n * 100 + b.n * 10 + a.n, CONCAT('n', a.n, b.n), c.n * 10 + d.n
      FROM digits a JOIN digits b JOIN digits c JOIN digits d;
      INSERT INTO orders (id, user_id, total, note)
      SELECT 1000 + s.n * 10000 + u.id - 1000, u.id, u.age, u.name
      FROM users u JOIN digits s WHERE s.n < 2;
      ANALYZE TABLE users, orders;
      """;

  /** What Lacuna's text has beside the tables. */
  private static final Set<String> OWN =
      Set.of("lacuna_j", "lacuna_d", "lacuna_d0", "lacuna_d1", "lacuna_m", "lacuna_o", "lacuna_g");

  private final Connection plain;
  private final Connection lacuna;

  MySqlCosts(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("rewrite_costs");
    database.run(TABLES);
    plain = database.plain();
    lacuna = DriverManager.getConnection(database.lacunaUrl(DECLARED));
    plain.setAutoCommit(false);
    lacuna.setAutoCommit(false);
  }

  Connection plain() {
    return plain;
  }

  Connection lacuna() {
    return lacuna;
  }

  /** How each table is reached, in the order in which they are read. */
  static List<String> plan(Connection connection, String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
      while (rows.next()) {
        String table = rows.getString("table");
        if (table != null && !table.startsWith("<") && !OWN.contains(table)) {
          plan.add(rows.getString("type") + " " + rows.getString("key"));
        }
      }
    } finally {
      connection.rollback();
    }
    return plan;
  }

  /** How long one execution takes, with all its rows, in milliseconds; it is taken back. */
  static double millis(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long begin = System.nanoTime();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
      return (System.nanoTime() - begin) / 1e6;
    } finally {
      connection.rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    plain.close();
    lacuna.close();
  }
}
