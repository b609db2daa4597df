package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What statements cost through Lacuna while columns are missing, beside statements that do not know
 * the columns. Run with {@code -Ddocs.write=true}, this writes the figures down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MySqlServerCosts {

  private static final int ROUNDS = 101;

  private static final String HEAD =
      """
      | statement | plan | plain, ms | through Lacuna, ms |
      | --- | --- | --- | --- |
      """;

  private final Engine engine;
  private final CostPage page;
  private MySqlCosts costs;

  MySqlServerCosts(Engine engine) {
    this.engine = engine;
    this.page = new CostPage(engine);
  }

  @BeforeAll
  void createTables() throws SQLException {
    costs = new MySqlCosts(engine);
  }

  @AfterAll
  void dropTables() throws SQLException {
    costs.close();
  }

  Stream<CostKind> kinds() {
    return MySqlCostKinds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void statement_isPlannedAsThePlainOne(CostKind kind) throws SQLException {
    List<String> plain = MySqlCosts.plan(costs.plain(), kind.plain());
    List<String> asIf = MySqlCosts.plan(costs.lacuna(), kind.asIf());

    if (kind.isPlannedAlike()) {
      assertThat(asIf).isEqualTo(plain);
    } else {
      assertThat(asIf).as("planned alike: say so").isNotEqualTo(plain);
    }
  }

  @Test
  void docs_haveEveryKind() throws Exception {
    if (Boolean.getBoolean("docs.write")) {
      page.write(figures());
    }
    assertThat(page.kinds()).containsExactlyElementsOf(CostPage.kinds(kinds().toList()));
  }

  private String figures() throws SQLException {
    StringBuilder table = new StringBuilder(HEAD);
    for (CostKind kind : kinds().toList()) {
      List<Double> plain = new ArrayList<>();
      List<Double> asIf = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        plain.add(MySqlCosts.millis(costs.plain(), kind.plain()));
        asIf.add(MySqlCosts.millis(costs.lacuna(), kind.asIf()));
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.2f |%n",
              kind.name(),
              kind.plan(),
              median(plain),
              median(asIf)));
    }
    return table.toString();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
