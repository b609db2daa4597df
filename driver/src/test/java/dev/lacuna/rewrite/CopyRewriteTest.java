package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** {@code COPY}. */
class CopyRewriteTest {

  @Test
  void columnList_becomesAQueryOfTheTableAlone() {
    assertThatText("COPY orders (id, discount) TO STDOUT (FORMAT csv)")
        .becomes(
            "COPY (SELECT id, discount FROM (SELECT lacuna_s.* FROM (VALUES (CAST(0 AS"
                + " numeric(10,2)))) lacuna_d(\"discount\") CROSS JOIN LATERAL (SELECT"
                + " lacuna_t.\"id\", \"discount\" FROM ONLY orders lacuna_t) lacuna_s) orders) TO"
                + " STDOUT (FORMAT csv)");
  }

  @Test
  void query_isRewrittenAsAnyOther() {
    assertThatText("COPY (SELECT discount FROM orders) TO '/x'")
        .becomes("COPY (SELECT discount FROM «orders: discount» orders) TO '/x'");
  }

  @Test
  void whatNamesNoMissingColumn_staysAsItIs() {
    assertThatText("COPY orders TO STDOUT").staysAsItIs();
    assertThatText("COPY orders (id, note) TO STDOUT").staysAsItIs();
    assertThatText("COPY orders (id, note) FROM STDIN").staysAsItIs();
    assertThatText("COPY pets (id, nickname) FROM STDIN").staysAsItIs();
    assertThatText("COPY orders (id, discount) FROM STDIN").on(Tables.COMPLETE).staysAsItIs();
  }

  @Test
  void load_ofAMissingColumn_hasNoAnswer() {
    assertThatText("COPY orders (id, discount) FROM STDIN")
        .hasNoAnswer(
            "42000", "COPY FROM loads \"discount\", and no statement drops a field of each line");
  }
}
