package dev.lacuna.mysql;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Two databases of one server: one over Lacuna, in which the declared columns come and go, and its
 * twin, over the plain driver, which has them.
 */
final class Pair implements AutoCloseable {

  private static final String TABLES =
      """
      CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40), City varchar(40));
      CREATE TABLE orders (id int PRIMARY KEY, user_id int, item varchar(40), amount decimal(10,2));
      CREATE TABLE notes (id int PRIMARY KEY, user_id int, note varchar(40));
      CREATE TABLE People (id int PRIMARY KEY, name varchar(40));
      """;
  private static final String ROWS =
      """
      DELETE FROM users; DELETE FROM orders; DELETE FROM notes; DELETE FROM People;
      ALTER TABLE users AUTO_INCREMENT = 1;
      INSERT INTO users (id, name, City) VALUES (1, 'Ada', 'London'), (2, 'Ben', 'Paris'),
        (3, 'Cleo', 'London'), (4, 'Dan', NULL);
      INSERT INTO orders (id, user_id, item, amount) VALUES (1, 1, 'lamp', 40), (2, 1, 'desk', 310),
        (3, 2, 'chair', 95.5), (4, NULL, 'mat', 7);
      INSERT INTO notes (id, user_id, note) VALUES (1, 1, 'a'), (2, 3, 'b'), (3, 9, 'c');
      INSERT INTO People (id, name) VALUES (1, 'Eve'), (2, 'Fay');
      """;
  private static final List<String> DECLARED =
      List.of(
          "users.Nickname varchar(40)",
          "users.level int NOT NULL DEFAULT 1",
          "orders.discount decimal(10,2) NOT NULL DEFAULT 0",
          "orders.Remark varchar(40) DEFAULT \"none\"",
          "People.Born int DEFAULT 1990");
  private static final List<String> OTHERS =
      List.of(
          "SELECT id, name, City FROM users ORDER BY id",
          "SELECT id, user_id, item, amount FROM orders ORDER BY id",
          "SELECT id, user_id, note FROM notes ORDER BY id",
          "SELECT id, name FROM People ORDER BY id");
  private static final List<String> WHOLE =
      List.of(
          "SELECT * FROM users ORDER BY id",
          "SELECT * FROM orders ORDER BY id",
          "SELECT * FROM notes ORDER BY id",
          "SELECT * FROM People ORDER BY id");

  private final TestDatabase lacking;
  private final TestDatabase having;
  private final Connection plain;
  private final Connection twin;
  private final Connection lacuna;
  private boolean complete;
  private boolean changed;

  Pair(Engine engine, String options) throws SQLException {
    TestServer server = TestServer.shared(engine);
    this.lacking = server.database("mysqlsql_lacking");
    this.having = server.database("mysqlsql_having");
    lacking.run(TABLES);
    having.run(TABLES);
    this.plain = connect(lacking.plainUrl() + options);
    this.twin = connect(having.plainUrl() + options);
    for (String column : DECLARED) {
      change(twin, column);
    }
    String declared = URLEncoder.encode(String.join(";", DECLARED), StandardCharsets.UTF_8);
    this.lacuna =
        connect(
            "jdbc:lacuna:"
                + lacking.plainUrl().substring("jdbc:".length())
                + options
                + "&lacuna.strict=true&lacuna.columns="
                + declared.replace("+", "%20"));
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Adds a declared column; or drops it, where it is there. */
  private static void change(Connection connection, String declared) throws SQLException {
    String[] name = declared.split("[. ]", 3);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + name[0] + " ADD " + name[1] + " " + name[2]);
    }
  }

  /**
   * Both with the rows of the beginning, the one without the declared columns. A table that many
   * columns came to and went from keeps traces, which fill it up.
   */
  void reset() throws SQLException {
    if (changed) {
      lacking.run("DROP TABLE users, orders, notes, People; " + TABLES);
      changed = false;
      complete = false;
    }
    lacking.run(ROWS);
    having.run(ROWS);
  }

  /** The declared columns arrive. */
  void addColumns() throws SQLException {
    for (String column : DECLARED) {
      change(plain, column);
    }
    complete = true;
    changed = true;
  }

  /** The declared columns go. */
  void dropColumns() throws SQLException {
    for (String column : complete ? DECLARED : List.<String>of()) {
      String[] name = column.split("[. ]", 3);
      try (Statement statement = plain.createStatement()) {
        statement.execute("ALTER TABLE " + name[0] + " DROP " + name[1]);
      }
    }
    complete = false;
  }

  Connection lacuna() {
    return lacuna;
  }

  Connection twin() {
    return twin;
  }

  /** What the tables hold, without the declared columns or, once they are there, with them. */
  List<String> rows(Connection connection) throws SQLException {
    Connection direct = connection == lacuna ? plain : connection;
    List<String> rows = new ArrayList<>();
    for (String query : complete ? WHOLE : OTHERS) {
      rows.addAll(run(direct, query));
    }
    return rows;
  }

  /** What a statement answers: labels and rows, or a count, or an error's number. */
  static List<String> run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> answer = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          read(rows, answer);
        }
      } else {
        answer.add(statement.getUpdateCount() + " rows");
      }
      return answer;
    }
  }

  static void read(ResultSet rows, List<String> answer) throws SQLException {
    ResultSetMetaData about = rows.getMetaData();
    List<String> line = new ArrayList<>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      line.add(about.getColumnLabel(i) + " " + about.getColumnTypeName(i));
    }
    answer.add(String.join(" | ", line));
    while (rows.next()) {
      line.clear();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        line.add(String.valueOf(rows.getObject(i)));
      }
      answer.add(String.join(" | ", line));
    }
  }

  @Override
  public void close() throws SQLException {
    lacuna.close();
    twin.close();
    plain.close();
  }
}
