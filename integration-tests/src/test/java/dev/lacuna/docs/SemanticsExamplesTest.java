package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The examples of {@code docs/semantics.md} give the answers that the page shows: through Lacuna on
 * tables that lack the declared columns, and over the plain driver on tables that have them.
 *
 * <p>A block starts from the page's tables and is one transaction, which is rolled back. What the
 * comment above a block says:
 *
 * <ul>
 *   <li>{@code tables:} it makes the tables;
 *   <li>{@code declared:} it declares the columns;
 *   <li>{@code without the column}: its answers are those of Lacuna alone;
 *   <li>an option and its value: its answers are those of Lacuna with that option;
 *   <li>nothing: its answers are those of both.
 * </ul>
 *
 * <p>Run with {@code -Ddocs.write=true}, this writes the answers into the page.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SemanticsExamplesTest {

  private static final String PAGE = "docs/semantics.md";

  private final Connection with;
  private final Connection without;
  private final Map<String, Connection> ways = new HashMap<>();

  SemanticsExamplesTest() throws SQLException {
    Page page = Page.of(PAGE);
    String tables = only(page.blocksMarked("tables"));
    String declared = only(page.blocksMarked("declared"));
    TestDatabase twin = TestServer.shared().database("docs_with");
    twin.run(tables);
    twin.run(declared);
    TestDatabase database = TestServer.shared().database("docs_without");
    database.run(tables);
    String columns = declared.replace("ALTER TABLE ", "").replace(" ADD COLUMN ", ".").strip();
    with = connect(twin.plainUrl());
    String url = database.lacunaUrl(columns.replace("\n", " "));
    without = connect(url);
    ways.put("", without);
    ways.put("without the column", without);
    ways.put("lacuna.writes=reject", connect(url + "&lacuna.writes=reject"));
    ways.put("lacuna.strict=true", connect(url + "&lacuna.strict=true"));
  }

  private Connection way(Page.Block block) {
    return Objects.requireNonNull(
        ways.get(block.comment()), () -> "the comment above " + block.place());
  }

  private static String only(List<Page.Block> blocks) {
    assertThat(blocks).hasSize(1);
    return blocks.get(0).body();
  }

  private static Connection connect(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    return connection;
  }

  @BeforeAll
  void writeAnswers() throws SQLException {
    if (Boolean.getBoolean("docs.write")) {
      Page page = Page.of(PAGE);
      StringBuilder written = new StringBuilder(page.text());
      List<Page.Block> examples = examples(page).toList();
      for (int i = examples.size() - 1; i >= 0; i--) {
        Page.Block block = examples.get(i);
        written.replace(block.start(), block.end(), answered(block, way(block)));
      }
      page.write(written.toString());
    }
  }

  @AfterAll
  void close() throws SQLException {
    with.close();
    for (Connection connection : ways.values()) {
      connection.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> example_withoutTheColumns_answersAsShown() {
    return examples(Page.of(PAGE))
        .map(block -> dynamicTest(block.place(), () -> answersAsShown(block, way(block))));
  }

  @TestFactory
  Stream<DynamicTest> example_withTheColumns_answersAsShown() {
    return examples(Page.of(PAGE))
        .filter(block -> block.comment().isEmpty())
        .map(block -> dynamicTest(block.place(), () -> answersAsShown(block, with)));
  }

  private static Stream<Page.Block> examples(Page page) {
    return page.blocks().stream()
        .filter(block -> block.language().equals("sql"))
        .filter(block -> !block.comment().matches("(tables|declared|sent):.*"));
  }

  private static void answersAsShown(Page.Block block, Connection connection) throws SQLException {
    assertThat(answered(block, connection))
        .as("out of date: -Dtest=SemanticsExamplesTest -Ddocs.write=true")
        .isEqualTo(block.body());
  }

  private static String answered(Page.Block block, Connection connection) throws SQLException {
    StringBuilder all = new StringBuilder();
    try {
      for (Example example : Example.of(block.body())) {
        all.append(example.asked()).append(example.answer(connection));
      }
    } finally {
      connection.rollback();
    }
    return all.toString();
  }
}
