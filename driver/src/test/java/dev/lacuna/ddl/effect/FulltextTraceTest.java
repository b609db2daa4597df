package dev.lacuna.ddl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Residue;
import dev.lacuna.ddl.effect.Table.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FulltextTraceTest {

  private static final int PAGE = 16_384;
  private static final IndexFacts PRIMARY = index("PRIMARY", true);
  private static final IndexFacts OTHER = index("by_note", false);

  private static IndexFacts index(String name, boolean primary) {
    return new IndexFacts(name, primary, primary, true, List.of("id"), false);
  }

  private static Residue seen(String type, int pages, int partitions, IndexFacts... indexes) {
    Table head =
        new Table(
            ObjectName.of("orders"),
            new Size(PAGE, (long) pages * PAGE, 1),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            partitions,
            List.of(),
            0,
            1,
            List.of(),
            false,
            new Innodb("InnoDB", "dynamic", -1, Residue.UNSEEN, "utf8mb4", 16_384, true));
    ColumnFacts column =
        new ColumnFacts(
            "body", SqlType.mysql(type), false, false, false, false, false, 0, null, null, "");
    return new FulltextTrace(head, List.of(column), List.of(indexes)).seen(PAGE);
  }

  @Test
  void withoutText_orPartitioned_noneWasPossible() {
    assertThat(seen("bigint", 9, 0, PRIMARY, OTHER)).isEqualTo(Residue.NONE);
    assertThat(seen("enum('a')", 9, 0, PRIMARY, OTHER)).isEqualTo(Residue.NONE);
    assertThat(seen("text", 9, 4, PRIMARY, OTHER)).isEqualTo(Residue.NONE);
  }

  @Test
  void noIndexThatCanBeSeen_pagesGiveItAway() {
    assertThat(seen("text", 0, 0, PRIMARY)).isEqualTo(Residue.NONE);
    assertThat(seen("mediumtext", 1, 0, PRIMARY)).isEqualTo(Residue.LEFT);
  }

  @Test
  void aPageForEachIndex_leavesNoneForAnother() {
    assertThat(seen("varchar(40)", 1, 0, PRIMARY, OTHER)).isEqualTo(Residue.NONE);
    assertThat(seen("varchar(40)", 2, 0, PRIMARY, OTHER)).isEqualTo(Residue.UNSEEN);
  }

  @Test
  void sizesThatSayNothing_leaveItOpen() {
    assertThat(seen("text", 0, 0, PRIMARY, OTHER)).isEqualTo(Residue.UNSEEN);
    assertThat(seen("text", 1, 0, OTHER)).isEqualTo(Residue.UNSEEN);
  }
}
