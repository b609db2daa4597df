package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.effect.Table;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DiskHeadroomTest {

  @Test
  void refusal_saysHowMuchIsMissing() {
    Verdict verdict =
        Orders.onPostgresql("18.6").judge("ALTER TABLE orders ALTER COLUMN quantity TYPE bigint");
    Table table = Objects.requireNonNull(verdict.facts().table());

    assertThat(DiskHeadroom.refusal(verdict, table, 20L << 30))
        .isEqualTo(
            """
            Refused: ALTER TABLE orders ALTER COLUMN quantity TYPE bigint
            Why: it writes orders anew, which takes another 60 GB until it is done; the disk has 20 GB left.
            Instead: make room, or go the way that leaves the rows where they are.""");
  }
}
