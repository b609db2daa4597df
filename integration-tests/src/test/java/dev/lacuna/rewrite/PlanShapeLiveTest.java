package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the derived table costs: nothing, as the planner takes it apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanShapeLiveTest {

  private static final Pattern NODE =
      Pattern.compile("^(?: *-> *)?([A-Z][A-Za-z ]+?)(?: on| using|$)");

  private Connection connection;
  private LiveTables tables;

  @BeforeAll
  void createTables() throws Exception {
    connection = RewriteLiveTest.connect("rewrite_plans");
    tables = new LiveTables(connection);
  }

  @AfterAll
  void dropTables() throws SQLException {
    connection.close();
  }

  /** The nodes of a plan, where an index is used if one can be. */
  private static List<String> plan(Connection on, String sql) throws SQLException {
    List<String> nodes = new ArrayList<>();
    try (Statement statement = on.createStatement()) {
      statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
      try (ResultSet lines = statement.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
        while (lines.next()) {
          Matcher node = NODE.matcher(lines.getString(1));
          if (node.find() && !lines.getString(1).contains(":")) {
            nodes.add(node.group(1));
          }
        }
      }
    }
    return nodes;
  }

  private List<String> planWithout(String sql) throws SQLException {
    return tables.without(connection -> plan(connection, sql));
  }

  private List<String> planWith(String sql) throws SQLException {
    return tables.with(connection -> plan(connection, sql));
  }

  private void assertSamePlan(String plain, String asIf) throws Exception {
    String sent = tables.translate(asIf).sql();
    List<String> expected = planWithout(plain);

    assertThat(expected).isNotEmpty();
    assertThat(planWithout(sent)).as("missing: %s", sent).isEqualTo(expected);
    assertThat(planWith(sent)).as("there: %s", sent).isEqualTo(expected);
  }

  @Test
  void pointSelect_isAnIndexScan() throws Exception {
    assertThat(planWithout("SELECT name FROM users WHERE id = 1")).containsExactly("Index Scan");
    assertSamePlan(
        "SELECT id, name FROM users WHERE id = 1", "SELECT name, nickname FROM users WHERE id = 1");
  }

  @Test
  void join_isPlannedAsTheTablesAre() throws Exception {
    assertSamePlan(
        "SELECT u.name, o.note FROM users u JOIN orders o ON o.user_id = u.id WHERE o.id = 1",
        "SELECT u.name, u.nickname, o.discount FROM users u JOIN orders o ON o.user_id = u.id WHERE o.id = 1");
  }

  @Test
  void outerJoin_isPlannedAsTheTablesAre() throws Exception {
    assertSamePlan(
        "SELECT o.id, u.name FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE o.id = 1",
        "SELECT o.id, u.name, u.nickname FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE o.id = 1");
  }

  @Test
  void missingValueInACondition_isFoldedAway() throws Exception {
    String sent = tables.translate("SELECT id FROM users WHERE nickname = 'x'").sql();

    assertThat(planWithout(sent)).containsExactly("Result");
  }

  @Test
  void guardedUpdate_findsItsRowAsBefore() throws Exception {
    String sent =
        tables.translate("UPDATE users SET nickname = 'x', name = 'y' WHERE id = 1").sql();

    // Between the two stands the guard, which is planned away: one value, once a statement.
    assertThat(planWithout(sent)).startsWith("Update", "Result").endsWith("Index Scan");
  }
}
