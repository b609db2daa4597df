package dev.lacuna.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void estimatesAndWidth_areNoPartOfTheShape() {
    assertThat(Shape.hash(scan("o", 1, 1, "8"))).isEqualTo(Shape.hash(scan("o", 99, 12, "400")));
  }

  @Test
  void howManyPartitionsAreRead_isNoPartOfTheShape() {
    PlanNode one = scan("e", 1, 1, "8");
    PlanNode append =
        new PlanNode(Op.APPEND, null, null, null, Map.of(), 1.0, 1.0, List.of(one, one, one));

    assertThat(Shape.hash(append)).isEqualTo(Shape.hash(one));
  }

  @Test
  void aliasThatTheServerNumbers_isNoPartOfTheShape() {
    assertThat(Shape.hash(scan("e_1", 1, 1, "8"))).isEqualTo(Shape.hash(scan("e_2", 1, 1, "8")));
  }

  @Test
  void summary_listsTheScans() {
    assertThat(Shape.summary(scan("o", 1, 1, "8"))).isEqualTo("INDEX_ONLY_SCAN(orders o_cov)");
  }

  private static PlanNode scan(String alias, double rows, double cost, String width) {
    return new PlanNode(
        Op.INDEX_ONLY_SCAN,
        "public.orders",
        alias,
        "o_cov",
        Map.of("cond", "(customer_id = ?)", "width", width),
        rows,
        cost,
        List.of());
  }
}
