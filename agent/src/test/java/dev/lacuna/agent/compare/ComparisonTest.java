package dev.lacuna.agent.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String ORDERS = "public.orders";

  @Test
  void indexOnlyToHeap_isCoveringLost_warn() {
    assertThat(shifts(scan(Op.INDEX_ONLY_SCAN, "o_cov"), scan(Op.BITMAP_HEAP_SCAN, "o_cov")))
        .extracting(Shift::kind, Shift::table, Shift::from, Shift::to, Shift::severity)
        .containsExactly(
            tuple(
                ShiftKind.COVERING_LOST,
                "orders",
                "INDEX_ONLY_SCAN o_cov",
                "BITMAP_HEAP_SCAN o_cov",
                Severity.WARN));
  }

  @Test
  void indexToSeqScan_ofABigTable_blocks() {
    assertThat(shifts(scan(Op.INDEX_SCAN, "o_cov"), scan(Op.SEQ_SCAN, null)))
        .extracting(Shift::kind, Shift::severity)
        .containsExactly(tuple(ShiftKind.SEQ_SCAN, Severity.BLOCK));
  }

  @Test
  void indexToSeqScan_ofASmallTable_warns() {
    assertThat(Comparison.of(scan(Op.INDEX_SCAN, "o_cov"), scan(Op.SEQ_SCAN, null), table -> false))
        .extracting(Shift::kind, Shift::severity)
        .containsExactly(tuple(ShiftKind.INDEX_LOST, Severity.WARN));
  }

  @Test
  void improvement_isInfo() {
    assertThat(shifts(scan(Op.SEQ_SCAN, null), scan(Op.INDEX_ONLY_SCAN, "o_cov")))
        .extracting(Shift::kind, Shift::severity)
        .containsExactly(tuple(ShiftKind.INDEX_GAINED, Severity.INFO));
  }

  @Test
  void sortAndJoin_areToldBesideEachOther() {
    PlanNode inner = scan(Op.INDEX_SCAN, "o_cov");
    PlanNode customers =
        new PlanNode(Op.SEQ_SCAN, "public.customers", "c", null, Map.of(), 1.0, 1.0, List.of());

    assertThat(
            shifts(
                node(Op.HASH_JOIN, customers, inner),
                node(Op.SORT, node(Op.MERGE_JOIN, customers, inner))))
        .extracting(Shift::kind)
        .containsExactlyInAnyOrder(ShiftKind.JOIN_METHOD, ShiftKind.SORT_ADDED);
  }

  @Test
  void rows_tenTimesAsMany_areToldOnlyBesideAShiftOfTheShape() {
    PlanNode few = scan(Op.INDEX_SCAN, "o_cov");
    PlanNode many =
        new PlanNode(Op.INDEX_SCAN, ORDERS, "o", "o_all", Map.of(), 100.0, 1.0, List.of());

    assertThat(shifts(few, many))
        .extracting(Shift::kind)
        .containsExactlyInAnyOrder(ShiftKind.INDEX_SWAP, ShiftKind.ROWS_OFF);
  }

  private static List<Shift> shifts(PlanNode before, PlanNode after) {
    return Comparison.of(before, after, table -> true);
  }

  private static PlanNode scan(String op, @Nullable String index) {
    return new PlanNode(op, ORDERS, "o", index, Map.of(), 1.0, 1.0, List.of());
  }

  private static PlanNode node(String op, PlanNode... children) {
    return new PlanNode(op, null, null, null, Map.of(), 1.0, 1.0, List.of(children));
  }
}
