package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queries of {@code docs/history.md}, on a history of four statements. */
class HistoryQueriesTest {

  private static final String ADD = "ALTER TABLE orders ADD COLUMN region varchar(8)";

  @Test
  void postgresql_answersThem() throws SQLException {
    String index = "CREATE INDEX i ON orders (id)";
    assertAnswered(Engine.POSTGRESQL, index, "create-index-blocks-writes", "failed 42701");
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_answersThem() throws SQLException {
    String copy = "ALTER TABLE orders MODIFY note varchar(4000)";
    assertAnswered(Engine.MYSQL, copy, "varchar-across-255-bytes", "failed 42S21");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_answersThem() throws SQLException {
    String number = "ALTER TABLE orders ADD COLUMN n int AUTO_INCREMENT UNIQUE";
    assertAnswered(Engine.MARIADB, number, "add-column-auto-increment", "failed 42S21");
  }

  private static void assertAnswered(Engine engine, String dangerous, String rule, String failed)
      throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("history_queries");
    database.run("CREATE TABLE orders (id int, note varchar(40))");
    run(database, "log", "-- lacuna: reason=tax approved-by=Ada commit=9f2c1e\n" + ADD);
    assertThatThrownBy(() -> run(database, "log", ADD)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> run(database, "refuse", dangerous)).isInstanceOf(SQLException.class);
    run(database, "log", "-- lacuna: approved-by=Bob\n" + dangerous);
    List<Page.Block> queries = Page.of("docs/history.md").blocksMarked("query");

    assertThat(queries).hasSize(5);
    assertThat(answer(database, queries.get(0), "outcome", "reason"))
        .containsExactly("succeeded null", "refused null", failed + " null", "succeeded tax");
    assertThat(answer(database, queries.get(1), "statement", "approved_by"))
        .containsExactly(dangerous + " Bob");
    assertThat(answer(database, queries.get(1), "rules")).singleElement().asString().contains(rule);
    assertThat(answer(database, queries.get(2), "outcome", "times"))
        .containsExactlyInAnyOrder("refused 1", failed + " 1");
    assertThat(answer(database, queries.get(3), "attempts")).containsExactly("1", "1");
    assertThat(answer(database, queries.get(4), "table_name", "column_name", "outcome"))
        .containsExactly("orders region succeeded");
  }

  private static void run(TestDatabase database, String mode, String sql) throws SQLException {
    String url = database.lacunaUrl("lacuna.history", "on") + "&lacuna.ddl=" + mode;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> answer(TestDatabase database, Page.Block query, String... columns)
      throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.body())) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(String.valueOf(rows.getString(column)));
        }
        found.add(String.join(" ", values));
      }
      return found;
    }
  }
}
