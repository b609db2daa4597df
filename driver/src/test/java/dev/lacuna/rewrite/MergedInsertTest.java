package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** Several inserted rows that are returned: {@code MERGE} tells each row's own value. */
class MergedInsertTest {

  private static final Tables SEVENTEEN = Tables.LACKING.copy().ofRelease(17);

  @Test
  void rows_areMerged() {
    assertThatText(
            "INSERT INTO orders (note, discount) VALUES ('a', ?), (?, 2) RETURNING id, discount")
        .on(SEVENTEEN)
        .becomes(
            "MERGE INTO orders USING (VALUES (CAST('a' AS text), CAST(? AS numeric(10,2))),"
                + " (CAST(? AS text), CAST(2 AS numeric(10,2)))) lacuna_v(lacuna_0, lacuna_1) ON"
                + " FALSE WHEN NOT MATCHED AND «no orders.discount» THEN INSERT (note) VALUES"
                + " (lacuna_v.lacuna_0) RETURNING id, CAST((lacuna_v.lacuna_1) AS numeric(10,2)) AS"
                + " \"discount\"");
  }

  @Test
  void star_showsTheTargetAlone() {
    assertThatText("INSERT INTO orders AS o (discount) SELECT id FROM pets RETURNING *")
        .on(SEVENTEEN)
        .becomes(
            "MERGE INTO orders AS o USING (SELECT id FROM pets) lacuna_v(lacuna_0) ON FALSE WHEN"
                + " NOT MATCHED AND «no orders.discount» THEN INSERT DEFAULT VALUES RETURNING o.*,"
                + " CAST((lacuna_v.lacuna_0) AS numeric(10,2)) AS \"discount\"");
  }

  @Test
  void defaultOfTheColumn_isShown() {
    assertThatText(
            "INSERT INTO orders (id, discount) VALUES (1, 2), (2, DEFAULT) RETURNING discount")
        .on(SEVENTEEN)
        .becomes(
            "MERGE INTO orders USING (VALUES (CAST(1 AS integer), CAST(2 AS numeric(10,2))),"
                + " (CAST(2 AS integer), CAST(0 AS numeric(10,2)))) lacuna_v(lacuna_0, lacuna_1) ON"
                + " FALSE WHEN NOT MATCHED AND «no orders.discount» THEN INSERT (id) VALUES"
                + " (lacuna_v.lacuna_0) RETURNING CAST((lacuna_v.lacuna_1) AS numeric(10,2)) AS"
                + " \"discount\"");
  }

  @Test
  void whereMergeCannot_thereIsNoAnswer() {
    String two = "INSERT INTO orders (note, discount) VALUES ('a', 1), ('b', 2)";
    String own = "each row's own value of \"discount\" would have to be returned";

    assertThatText(two + " RETURNING discount").hasNoAnswer("42000", own);
    assertThatText(two + " ON CONFLICT DO NOTHING RETURNING discount")
        .on(SEVENTEEN)
        .hasNoAnswer("42000", own);
    assertThatText(
            "INSERT INTO orders (note, discount) VALUES ('a', 1), (DEFAULT, 2) RETURNING discount")
        .on(SEVENTEEN)
        .hasNoAnswer("42000", own);
  }

  @Test
  void whereNothingOfItIsReturned_itStaysAnInsert() {
    assertThatText("INSERT INTO orders (note, discount) VALUES ('a', 1), ('b', 2) RETURNING id")
        .on(SEVENTEEN)
        .becomes(
            "INSERT INTO orders (note) SELECT lacuna_v.c0 FROM (VALUES (CAST('a' AS text), CAST(1"
                + " AS numeric(10,2))), (CAST('b' AS text), CAST(2 AS numeric(10,2)))) lacuna_v(c0,"
                + " c1) WHERE «no orders.discount» RETURNING id");
  }
}
