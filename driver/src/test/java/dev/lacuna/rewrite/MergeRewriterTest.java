package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** {@code MERGE}: the guard stands in each {@code WHEN}. */
class MergeRewriterTest {

  private static final String INTO = "MERGE INTO orders o USING pets p ON o.id = p.id ";

  @Test
  void update_losesTheColumn_andKeepsItsParameter() {
    assertThatText(INTO + "WHEN MATCHED THEN UPDATE SET discount = ?, note = p.nickname")
        .becomes(
            INTO
                + "WHEN MATCHED AND «no orders.discount» AND «dead ?::numeric(10,2)» THEN UPDATE"
                + " SET note = p.nickname");
  }

  @Test
  void update_ofNothingElse_touchesItsRows() {
    assertThatText(INTO + "WHEN MATCHED AND p.id = 1 THEN UPDATE SET discount = p.owner")
        .becomes(
            INTO
                + "WHEN MATCHED AND (p.id = 1) AND «no orders.discount» AND «dead"
                + " p.owner::numeric(10,2)» THEN UPDATE SET \"note\" = o.\"note\"");
  }

  @Test
  void insert_losesColumnAndValue() {
    assertThatText(INTO + "WHEN NOT MATCHED THEN INSERT (id, discount) VALUES (p.id, ?)")
        .becomes(
            INTO
                + "WHEN NOT MATCHED AND «no orders.discount» AND «dead ?::numeric(10,2)» THEN"
                + " INSERT (id) VALUES (p.id)");
    assertThatText(INTO + "WHEN NOT MATCHED THEN INSERT (discount) VALUES (DEFAULT)")
        .becomes(INTO + "WHEN NOT MATCHED AND «no orders.discount» THEN INSERT DEFAULT VALUES");
  }

  @Test
  void everyWhen_isGuarded() {
    assertThatText(
            INTO
                + "WHEN MATCHED AND o.discount > 5 THEN DELETE WHEN MATCHED THEN DO NOTHING"
                + " WHEN NOT MATCHED THEN INSERT (id) VALUES (p.id)")
        .becomes(
            INTO
                + "WHEN MATCHED AND (CAST(0 AS numeric(10,2)) > 5) AND «no orders.discount» THEN"
                + " DELETE WHEN MATCHED AND «no orders.discount» THEN DO NOTHING"
                + " WHEN NOT MATCHED AND «no orders.discount» THEN INSERT (id) VALUES (p.id)");
  }

  @Test
  void condition_readsTheDefault() {
    assertThatText("MERGE INTO orders o USING pets p ON o.discount = p.id WHEN MATCHED THEN DELETE")
        .becomes(
            "MERGE INTO orders o USING pets p ON CAST(0 AS numeric(10,2)) = p.id WHEN MATCHED AND"
                + " «no orders.discount» THEN DELETE");
  }

  @Test
  void source_isADerivedTable_andNeedsNoGuard() {
    assertThatText(
            "MERGE INTO pets p USING orders o ON o.id = p.id WHEN MATCHED AND o.discount = 0 THEN"
                + " DELETE")
        .becomes(
            "MERGE INTO pets p USING «orders: id, discount» o ON o.id = p.id WHEN MATCHED AND"
                + " o.discount = 0 THEN DELETE");
  }

  @Test
  void whenNotMatched_seesTheSourceAlone() {
    assertThatText(
            "MERGE INTO users u USING pets p ON u.id = p.id WHEN NOT MATCHED AND nickname = 'x'"
                + " THEN INSERT (id, nickname) VALUES (p.id, nickname)")
        .becomes(
            "MERGE INTO users u USING pets p ON u.id = p.id WHEN NOT MATCHED AND (nickname = 'x')"
                + " AND «no users.nickname» AND «dead nickname::varchar(40)» THEN INSERT (id)"
                + " VALUES (p.id)");
  }

  @Test
  void whenNotMatchedBySource_seesTheTargetAlone() {
    assertThatText(
            "MERGE INTO users u USING pets p ON u.id = p.id WHEN NOT MATCHED BY SOURCE AND"
                + " nickname IS NULL THEN DELETE")
        .becomes(
            "MERGE INTO users u USING pets p ON u.id = p.id WHEN NOT MATCHED BY SOURCE AND"
                + " (CAST(NULL AS varchar(40)) IS NULL) AND «no users.nickname» THEN DELETE");
  }

  @Test
  void caseInACondition_isNoWhen() {
    assertThatText(
            INTO
                + "AND CASE WHEN o.discount = 1 THEN true ELSE false END WHEN MATCHED THEN DO"
                + " NOTHING")
        .becomes(
            INTO
                + "AND CASE WHEN CAST(0 AS numeric(10,2)) = 1 THEN true ELSE false END WHEN MATCHED"
                + " AND «no orders.discount» THEN DO NOTHING");
  }

  @Test
  void returning_showsWhatTheActionWrote() {
    assertThatText(
            INTO
                + "WHEN MATCHED THEN UPDATE SET discount = 5, note = 'x' WHEN NOT MATCHED THEN"
                + " INSERT (id, discount) VALUES (p.id, 6) RETURNING o.id, discount")
        .becomes(
            INTO
                + "WHEN MATCHED AND «no orders.discount» AND «dead 5::numeric(10,2)» THEN UPDATE"
                + " SET note = 'x' WHEN NOT MATCHED AND «no orders.discount» AND «dead"
                + " 6::numeric(10,2)» THEN INSERT (id) VALUES (p.id) RETURNING o.id, CASE"
                + " merge_action() WHEN 'INSERT' THEN CAST((6) AS numeric(10,2)) WHEN 'UPDATE' THEN"
                + " CAST((5) AS numeric(10,2)) ELSE CAST(0 AS numeric(10,2)) END AS \"discount\"");
  }

  @Test
  void returning_ofOneOfSeveralClauses_hasNoAnswer() {
    assertThatText(
            INTO
                + "WHEN MATCHED AND p.id = 1 THEN UPDATE SET discount = 5 WHEN MATCHED THEN UPDATE"
                + " SET discount = 6 RETURNING discount")
        .hasNoAnswer(
            "42000", "RETURNING would show a written value that depends on which WHEN wrote it");
    assertThatText(
            INTO + "WHEN MATCHED THEN UPDATE SET discount = total, total = 1 RETURNING discount")
        .hasNoAnswer("42000", "the value of \"discount\" is made from columns that change as well");
  }

  @Test
  void columnElsewhere_staysAsItIs() {
    assertThatText(INTO + "WHEN MATCHED THEN UPDATE SET note = p.nickname").staysAsItIs();
    assertThatText(
            "MERGE INTO pets p USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET nickname ="
                + " 'x'")
        .staysAsItIs();
  }
}
