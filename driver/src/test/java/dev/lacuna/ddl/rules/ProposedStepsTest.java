package dev.lacuna.ddl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.Orders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed says the same as the statement does, in words that the server takes. */
class ProposedStepsTest {

  private static final Orders PG10 = Orders.onPostgresql("10.23");
  private static final Orders PG18 = Orders.onPostgresql("18.6");
  private static final Orders M57 = Orders.onMysql("5.7.44");
  private static final Orders M97 = Orders.onMysql("9.7.4");

  private static List<String> steps(Orders orders, String sql) {
    return orders.judge(sql).findings().get(0).sql();
  }

  @Test
  void newType_isWrittenAsTheStatementHasIt() {
    assertThat(steps(PG18, "ALTER TABLE orders ALTER placed_at TYPE timestamptz(1)"))
        .first()
        .isEqualTo("ALTER TABLE orders ADD COLUMN placed_at_new timestamptz(1)");
    assertThat(steps(PG18, "ALTER TABLE orders ALTER note TYPE varchar(9) COLLATE \"C\""))
        .first()
        .isEqualTo("ALTER TABLE orders ADD COLUMN note_new varchar(9) COLLATE \"C\"");
    assertThat(steps(M97, "ALTER TABLE orders MODIFY total decimal(12,2) UNSIGNED NOT NULL"))
        .first()
        .isEqualTo(
            "ALTER TABLE orders ADD COLUMN total_new decimal(12,2) UNSIGNED, ALGORITHM=INSTANT");
    assertThat(steps(M97, "ALTER TABLE orders MODIFY note enum('a , b') NOT NULL COLLATE utf8_bin"))
        .first()
        .isEqualTo(
            "ALTER TABLE orders ADD COLUMN note_new enum('a , b') COLLATE utf8_bin,"
                + " ALGORITHM=INSTANT");
  }

  @Test
  void using_fillsTheNewColumn_andRowsWithoutValueAreDone() {
    assertThat(steps(PG10, "ALTER TABLE orders ALTER note TYPE int USING length(note)").get(1))
        .contains("SET note_new = length(note) ")
        .contains("WHERE note_new IS NULL AND length(note) IS NOT NULL LIMIT 1000");
  }

  @Test
  void constrainedDomain_isCheckedByTheTable() {
    Orders orders = PG18.withDomain("email", "((VALUE <> 'VALUE'::text))", "(length(VALUE) < 99)");

    assertThat(steps(orders, "ALTER TABLE orders ALTER COLUMN note TYPE email"))
        .hasSize(4)
        .startsWith(
            "ALTER TABLE orders ADD COLUMN note_new text",
            "ALTER TABLE orders ADD CONSTRAINT orders_note_new_check CHECK"
                + " (((note_new <> 'VALUE'::text)) AND (length(note_new) < 99)) NOT VALID")
        .endsWith("ALTER TABLE orders VALIDATE CONSTRAINT orders_note_new_check");
  }

  @Test
  void mysql_isPinnedToWhatTheTableTakes() {
    String sql = "ALTER TABLE orders MODIFY quantity bigint";

    assertThat(steps(M57, sql)).first().asString().endsWith(", ALGORITHM=INPLACE, LOCK=NONE");
    assertThat(steps(M97, sql)).first().asString().endsWith("bigint, ALGORITHM=INSTANT");
    assertThat(steps(M97.withRowVersions(255), sql))
        .first()
        .asString()
        .endsWith(", ALGORITHM=INPLACE, LOCK=NONE");
  }

  @Test
  void mysql_tableThatIsCopiedForAnyColumn_getsNoSteps() {
    Finding finding =
        M97.withFulltext().judge("ALTER TABLE orders MODIFY quantity bigint").findings().get(0);

    assertThat(finding.sql()).isEmpty();
    assertThat(finding.instead()).contains("gh-ost");
  }

  @Test
  void partitionedTable_takesOverTheForeignKeysOfItsPartitions_before18() {
    String sql = "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops";

    assertThat(steps(Orders.onPostgresql("17.6").partitioned(2), sql))
        .containsExactly(
            "ALTER TABLE orders_1 ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops NOT"
                + " VALID",
            "ALTER TABLE orders_1 VALIDATE CONSTRAINT f",
            "ALTER TABLE orders_2 ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops NOT"
                + " VALID",
            "ALTER TABLE orders_2 VALIDATE CONSTRAINT f",
            "/* lacuna:allow add-foreign-key */ ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY"
                + " (shop_id) REFERENCES shops");
    assertThat(steps(Orders.onPostgresql("12.22").partitioned(12), sql))
        .hasSize(22)
        .contains("-- The same for the other 2 partitions");
    assertThat(steps(PG18.partitioned(2), sql)).first().asString().endsWith(" NOT VALID");
  }

  @Test
  void partitionedTable_hasNoGentleWayToAForeignKey_before12() {
    Finding finding =
        Orders.onPostgresql("11.22")
            .partitioned(2)
            .judge("ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops")
            .findings()
            .get(0);

    assertThat(finding.sql()).isEmpty();
    assertThat(finding.instead()).contains("maintenance window");
  }

  @Test
  void primaryKey_ofANullableColumn_readsTheTable_before12() {
    String sql = "ALTER TABLE orders ADD PRIMARY KEY (quantity)";

    assertThat(steps(PG18, sql))
        .last()
        .isEqualTo(
            "ALTER TABLE orders ADD CONSTRAINT orders_quantity_pkey PRIMARY KEY USING INDEX"
                + " orders_quantity_pkey");
    assertThat(steps(PG10, sql)).last().asString().startsWith("-- This reads all rows");
    assertThat(steps(PG10, "ALTER TABLE orders ADD PRIMARY KEY (total)"))
        .last()
        .asString()
        .startsWith("ALTER TABLE orders ADD CONSTRAINT");
  }

  @Test
  void default_staysWithTheColumn() {
    String sql = "ALTER TABLE orders ADD COLUMN n int NOT NULL DEFAULT 1 CHECK (n > 0)";

    assertThat(steps(PG18, sql))
        .first()
        .isEqualTo("ALTER TABLE orders ADD COLUMN n int NOT NULL DEFAULT 1");
    assertThat(steps(PG10, sql))
        .startsWith(
            "ALTER TABLE orders ADD COLUMN n int",
            "ALTER TABLE orders ALTER COLUMN n SET DEFAULT 1");
    assertThat(steps(M97, sql))
        .containsExactly(
            "ALTER TABLE orders ADD COLUMN n int NOT NULL DEFAULT 1, ALGORITHM=INSTANT");
  }
}
