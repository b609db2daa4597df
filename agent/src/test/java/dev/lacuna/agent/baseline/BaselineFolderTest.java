package dev.lacuna.agent.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFolderTest {

  private static final String DATABASE = "postgresql-shop";
  private static final TableState TABLE =
      new TableState(Map.of("1", "id"), Map.of("pk", "1"), 1, -1, 1, 0, 0, 0, 0);
  private static final KnownPlan PLAN =
      KnownPlan.of(
          new PlanNode(
              Op.SEQ_SCAN,
              "public.t",
              "t",
              null,
              Map.of("filter", "(a = ?)"),
              1.0,
              2.5,
              List.of()));

  @TempDir private Path folder;

  @Test
  void baseline_afterARestart_isTheSame() throws Exception {
    Happening happening =
        new Happening("public.t", "a", Event.ADD_COLUMN, Happening.CATALOG, null, Instant.EPOCH);
    KnownQuery query =
        KnownQuery.first("f1", "SELECT ?")
            .withPlan(PLAN, Set.of("public.t"))
            .withShifts(
                List.of(new OpenShift("k", PLAN, KnownPlan.unobtainable("42702"), happening)))
            .withTimes(1.0, 2.0);
    Baseline baseline = new Baseline();
    baseline.table("public.t", TABLE);
    baseline.query(query);
    baseline.arrival(
        new Arrival("public.t", "a", Instant.EPOCH, TABLE, true, false, List.of(happening)));
    new BaselineFolder(folder).save(DATABASE, baseline);

    Baseline loaded = new BaselineFolder(folder).load(DATABASE);

    assertThat(loaded.tables()).containsExactly(Map.entry("public.t", TABLE));
    assertThat(loaded.query("f1")).isEqualTo(query);
    assertThat(loaded.arrivals()).isEqualTo(baseline.arrivals());
  }

  @Test
  void whatAnotherJvmLearnt_isKept() throws Exception {
    Baseline other = new Baseline();
    other.query(KnownQuery.first("theirs", "SELECT ?").withPlan(PLAN, Set.of("public.t")));
    new BaselineFolder(folder).save(DATABASE, other);
    Baseline mine = new Baseline();
    mine.query(KnownQuery.first("mine", "SELECT ?").withPlan(PLAN, Set.of("public.t")));

    new BaselineFolder(folder).save(DATABASE, mine);

    assertThat(new BaselineFolder(folder).load(DATABASE).queries())
        .containsOnlyKeys("theirs", "mine");
  }

  @Test
  void fileThatCannotBeRead_isPutAside() throws Exception {
    Files.writeString(folder.resolve(DATABASE + ".json"), "{\"version\": 1, \"tab");

    assertThat(new BaselineFolder(folder).load(DATABASE).queries()).isEmpty();
    assertThat(folder.resolve(DATABASE + ".json.old")).exists();
  }

  @Test
  void fileOfAnotherVersion_isPutAside() throws Exception {
    Files.writeString(folder.resolve(DATABASE + ".json"), "{\"version\": 99}");

    assertThat(new BaselineFolder(folder).load(DATABASE).queries()).isEmpty();
    assertThat(folder.resolve(DATABASE + ".json.old")).exists();
  }

  @Test
  void shift_isClaimedByTheFirst_andAgainWhenItIsSettled() throws Exception {
    BaselineFolder shared = new BaselineFolder(folder);

    assertThat(shared.claim(DATABASE, new Baseline(), "k", false)).isTrue();
    assertThat(shared.claim(DATABASE, new Baseline(), "k", false)).isFalse();
    assertThat(shared.claim(DATABASE, new Baseline(), "k", true)).isTrue();
    assertThat(shared.claim(DATABASE, new Baseline(), "k", true)).isFalse();
  }
}
