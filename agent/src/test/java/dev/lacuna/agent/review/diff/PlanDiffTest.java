package dev.lacuna.agent.review.diff;

import static dev.lacuna.agent.review.Samples.node;
import static dev.lacuna.agent.review.Samples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.review.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

  private static final PlanNode ORDERS = Samples.INDEX_ONLY;
  private static final PlanNode ITEMS = scan(Op.INDEX_SCAN, "items", "items_order");

  @Test
  void equalPlans_areTheSameThroughout() {
    PlanNode plan = node(Op.SORT, node(Op.HASH_JOIN, ORDERS, node(Op.HASH, ITEMS)));

    assertThat(changes(plan, plan))
        .containsExactly(
            "SAME SORT", "SAME HASH_JOIN", "SAME INDEX_ONLY_SCAN", "SAME HASH", "SAME INDEX_SCAN");
  }

  @Test
  void otherWayToTheSameTable_isOneChangedRow_andItsHelperIsNew() {
    PlanNode after =
        node(
            Op.LIMIT,
            new PlanNode(
                Op.BITMAP_HEAP_SCAN,
                "public.orders",
                "orders",
                "o_cov",
                Map.of(),
                12.0,
                48.0,
                List.of(node(Op.BITMAP_INDEX_SCAN))));

    assertThat(changes(node(Op.LIMIT, ORDERS), after))
        .containsExactly(
            "SAME LIMIT", "CHANGED INDEX_ONLY_SCAN -> BITMAP_HEAP_SCAN", "ADDED BITMAP_INDEX_SCAN");
  }

  @Test
  void nodeInTheMiddle_isAdded_andWhatIsBelowStaysAligned() {
    assertThat(
            changes(
                node(Op.LIMIT, node(Op.NESTED_LOOP, ORDERS, ITEMS)),
                node(Op.LIMIT, node(Op.SORT, node(Op.NESTED_LOOP, ORDERS, ITEMS)))))
        .containsExactly(
            "SAME LIMIT",
            "ADDED SORT",
            "SAME NESTED_LOOP",
            "SAME INDEX_ONLY_SCAN",
            "SAME INDEX_SCAN");
  }

  @Test
  void joinInAnotherOrder_movesOneSide() {
    assertThat(changes(node(Op.NESTED_LOOP, ORDERS, ITEMS), node(Op.NESTED_LOOP, ITEMS, ORDERS)))
        .contains("SAME NESTED_LOOP")
        .filteredOn(row -> row.startsWith("MOVED"))
        .hasSize(2);
  }

  @Test
  void estimates_areNoise_untilTenfold() {
    assertThat(PlanDiff.of(rows(100, "40"), rows(900, "44")).rows().get(0).change())
        .isEqualTo(Change.SAME);

    PlanRow row = PlanDiff.of(rows(100, "40"), rows(1000, "40")).rows().get(0);
    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(row.differences()).containsExactly("rows");
    assertThat(row.rowsFactor()).isEqualTo(10);
  }

  @Test
  void detail_thatIsAnother_isNamed() {
    PlanNode before =
        new PlanNode(Op.SEQ_SCAN, "t", "t", null, Map.of("filter", "a"), 1.0, 1.0, List.of());
    PlanNode after =
        new PlanNode(Op.SEQ_SCAN, "t", "t", null, Map.of("filter", "b"), 1.0, 1.0, List.of());

    assertThat(PlanDiff.of(before, after).rows().get(0).differences()).containsExactly("filter");
  }

  @Test
  void planThatCouldNotBeHad_leavesTheOther() {
    assertThat(changes(null, node(Op.SORT, ORDERS)))
        .containsExactly("ADDED SORT", "ADDED INDEX_ONLY_SCAN");
    assertThat(changes(ORDERS, null)).containsExactly("REMOVED INDEX_ONLY_SCAN");
    assertThat(changes(null, null)).isEmpty();
  }

  /** Whatever the plans: each side, read from the top, is its plan. */
  @Test
  void anyTwoPlans_areShownWhole_inTheirOwnOrder() {
    Random random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      PlanNode before = random(random, 4);
      PlanNode after = random(random, 4);
      List<PlanRow> rows = PlanDiff.of(before, after).rows();

      assertThat(side(rows.stream().map(PlanRow::before))).isEqualTo(shown(before));
      assertThat(side(rows.stream().map(PlanRow::after))).isEqualTo(shown(after));
    }
  }

  @Test
  void plansOfThousandsOfNodes_areShownBelowEachOther() {
    PlanNode wide =
        node(
            Op.APPEND,
            Stream.iterate(0, i -> i + 1)
                .limit(2_000)
                .map(i -> scan(Op.SEQ_SCAN, "part" + i, null))
                .toArray(PlanNode[]::new));

    assertThat(PlanDiff.of(wide, wide).rows()).hasSize(2 * 2_001);
  }

  private static PlanNode rows(double rows, String width) {
    return new PlanNode(Op.SEQ_SCAN, "t", "t", null, Map.of("width", width), rows, rows, List.of());
  }

  private static PlanNode random(Random random, int depth) {
    List<String> ops = List.of(Op.SORT, Op.HASH_JOIN, Op.NESTED_LOOP, Op.SEQ_SCAN, Op.INDEX_SCAN);
    String op = ops.get(random.nextInt(ops.size()));
    PlanNode[] children =
        Stream.generate(() -> random(random, depth - 1))
            .limit(depth == 0 ? 0 : random.nextInt(4))
            .toArray(PlanNode[]::new);
    return random.nextBoolean()
        ? node(op, children)
        : scan(op, "t" + random.nextInt(3), null).withChildren(List.of(children));
  }

  private static List<Cell> side(Stream<@Nullable Cell> cells) {
    return cells.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  private static List<Cell> shown(PlanNode plan) {
    List<Cell> cells = new ArrayList<>();
    add(plan, 0, cells);
    return cells;
  }

  private static void add(PlanNode plan, int depth, List<Cell> cells) {
    cells.add(new Cell(depth, plan));
    plan.children().forEach(child -> add(child, depth + 1, cells));
  }

  private static List<String> changes(@Nullable PlanNode before, @Nullable PlanNode after) {
    return PlanDiff.of(before, after).rows().stream().map(PlanDiffTest::words).toList();
  }

  private static String words(PlanRow row) {
    String op = row.cell().node().op();
    String before = row.before() == null ? op : row.before().node().op();
    return row.change() + " " + (before.equals(op) ? "" : before + " -> ") + op;
  }
}
