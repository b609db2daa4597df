package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the texts that are sent while columns are missing cost the server, beside statements that do
 * not know the columns. Run with {@code -Ddocs.write=true}, this writes the figures down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerCostTest {

  private static final CostPage PAGE = new CostPage(Engine.POSTGRESQL);
  private static final int ROUNDS = 101;

  private static final String HEAD =
      """
      | statement | plan | planning, ms | execution, ms | buffers |
      | --- | --- | --- | --- | --- |
      """;

  private static final String ROWS =
      """
      INSERT INTO users (id, name, age)
      SELECT g, 'n' || g, g % 60 FROM generate_series(1000, 50000) g;
      INSERT INTO orders (id, user_id, total, note)
      SELECT g, g / 2, g % 90, 'note ' || g FROM generate_series(1000, 100000) g;
      CREATE INDEX ON orders (user_id);
      ANALYZE users; ANALYZE orders; ANALYZE pets;
      """;

  private Connection connection;
  private LiveTables tables;

  @BeforeAll
  void createTables() throws Exception {
    connection = RewriteLiveTest.connect("rewrite_costs");
    tables = new LiveTables(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(ROWS);
    }
  }

  @AfterAll
  void dropTables() throws SQLException {
    connection.close();
  }

  static Stream<CostKind> kinds() {
    return PostgresCostKinds.all().stream();
  }

  /** Buffers count only where a plan reads; it is planned anew each time. */
  private Plan planned(String sql) throws SQLException {
    return tables.without(same -> Plan.of(same, sql));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sentText_isPlannedAsThePlainOne(CostKind kind) throws Exception {
    assumeTrue(tables.serverVersion() >= 18, "the figures are those of PostgreSQL 18");
    String sent = tables.translate(kind.asIf()).sql();
    Plan plain = planned(kind.plain());
    Plan asIf = planned(sent);

    assertThat(plain.nodes()).isNotEmpty();
    if (kind.isPlannedAlike()) {
      assertThat(asIf.nodes()).as(sent).isEqualTo(plain.nodes());
    } else {
      assertThat(asIf.nodes()).as("planned alike: say so").isNotEqualTo(plain.nodes());
    }
  }

  @Test
  void docs_haveEveryKind() throws Exception {
    if (Boolean.getBoolean("docs.write") && tables.serverVersion() >= 18) {
      PAGE.write(figures());
    }
    assertThat(PAGE.kinds()).containsExactlyElementsOf(CostPage.kinds(PostgresCostKinds.all()));
  }

  private String figures() throws Exception {
    StringBuilder table = new StringBuilder(HEAD);
    for (CostKind kind : PostgresCostKinds.all()) {
      List<Plan> plain = new ArrayList<>();
      List<Plan> asIf = new ArrayList<>();
      String sent = tables.translate(kind.asIf()).sql();
      for (int round = 0; round < ROUNDS; round++) {
        plain.add(planned(kind.plain()));
        asIf.add(planned(sent));
      }
      table
          .append("| " + kind.name() + " | " + kind.plan())
          .append(" | " + cell("%.3f → %.3f", plain, asIf, Plan::planningMillis))
          .append(" | " + cell("%.3f → %.3f", plain, asIf, Plan::executionMillis))
          .append(" | " + cell("%.0f → %.0f", plain, asIf, Plan::buffers) + " |\n");
    }
    return table.toString();
  }

  private static String cell(
      String format, List<Plan> plain, List<Plan> asIf, ToDoubleFunction<Plan> figure) {
    return String.format(Locale.ROOT, format, median(plain, figure), median(asIf, figure));
  }

  private static double median(List<Plan> plans, ToDoubleFunction<Plan> figure) {
    return plans.stream().mapToDouble(figure).sorted().toArray()[plans.size() / 2];
  }
}
