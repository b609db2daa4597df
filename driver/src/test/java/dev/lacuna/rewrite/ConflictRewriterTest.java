package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** {@code INSERT … ON CONFLICT}. */
class ConflictRewriterTest {

  private static final String ONE =
      "INSERT INTO users (id) SELECT 1 WHERE «no users.nickname» AND «dead ?::varchar(40)»";

  @Test
  void doNothing_isGuardedLikeAnyInsert() {
    assertThatText("INSERT INTO users (id, nickname) VALUES (1, ?) ON CONFLICT DO NOTHING")
        .becomes(ONE + " ON CONFLICT DO NOTHING");
  }

  @Test
  void doUpdate_losesTheMissingColumn() {
    assertThatText(
            "INSERT INTO users (id, nickname) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET nickname"
                + " = ?, name = excluded.name RETURNING id")
        .becomes(
            ONE
                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE «dead"
                + " ?::varchar(40)» RETURNING id")
        .withParametersInOrder();
  }

  @Test
  void doUpdate_onlyMissingColumns_stillTouchesTheRow() {
    assertThatText(
            "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET level = users.level +"
                + " 1 WHERE users.name = 'x'")
        .becomes(
            "INSERT INTO users (id) SELECT 1 WHERE «no users.level» ON CONFLICT (id) DO UPDATE SET"
                + " \"email\" = users.\"email\" WHERE (users.name = 'x') AND «dead CAST(1 AS int) +"
                + " 1::int»")
        .losesAValue(true);
  }

  @Test
  void excluded_isWhatWouldHaveBeenInserted() {
    assertThatText(
            "INSERT INTO users (id, nickname) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET name ="
                + " excluded.nickname, email = excluded.tags[1]")
        .becomes(
            "INSERT INTO users (id) SELECT 1 WHERE «no users.nickname» AND «no users.tags» AND"
                + " «dead ?::varchar(40)» ON CONFLICT (id) DO UPDATE SET name = CAST((?) AS"
                + " varchar(40)), email = (CAST(NULL AS text[]))[1]")
        .withParameters(1, 1);
  }

  @Test
  void excluded_inAValueThatVanishes_isOnlyTyped() {
    assertThatText(
            "INSERT INTO users (id, level) VALUES (1, ?), (2, ?) ON CONFLICT (id) DO UPDATE SET"
                + " level = excluded.level, name = 'x'")
        .becomes(
            "INSERT INTO users (id) SELECT lacuna_v.c0 FROM (VALUES (CAST(1 AS integer), CAST(? AS"
                + " int)), (CAST(2 AS integer), CAST(? AS int))) lacuna_v(c0, c1) WHERE «no"
                + " users.level» ON CONFLICT (id) DO UPDATE SET name = 'x' WHERE «dead CAST(NULL AS"
                + " int)::int»");
  }

  @Test
  void excluded_ofManyRows_hasNoAnswer() {
    assertThatText(
            "INSERT INTO users (id, nickname) VALUES (1, 'a'), (2, 'b') ON CONFLICT (id) DO UPDATE"
                + " SET name = excluded.nickname")
        .hasNoAnswer("42000", "each row's own value of \"nickname\" would have to be returned");
  }

  @Test
  void conflictTarget_ofAMissingColumn_hasNoAnswer() {
    assertThatText("INSERT INTO users (nickname) VALUES ('x') ON CONFLICT (nickname) DO NOTHING")
        .hasNoAnswer(
            "42P10",
            "ON CONFLICT names \"nickname\", and a missing column has no unique constraint");
  }

  @Test
  void returning_whatBothRowsHave_isAnswered() {
    assertThatText(
            "INSERT INTO users (id, nickname) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET nickname"
                + " = excluded.nickname RETURNING nickname")
        .becomes(
            ONE
                + " ON CONFLICT (id) DO UPDATE SET \"email\" = users.\"email\" WHERE «dead CAST(NULL"
                + " AS varchar(40))::varchar(40)» RETURNING CAST((?) AS varchar(40)) AS"
                + " \"nickname\"");
    assertThatText(
            "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'x' RETURNING"
                + " level")
        .becomes(
            "INSERT INTO users (id) SELECT 1 WHERE «no users.level» ON CONFLICT (id) DO UPDATE SET"
                + " name = 'x' RETURNING CAST(1 AS int) AS \"level\"");
  }

  @Test
  void returning_whatDependsOnTheConflict_hasNoAnswer() {
    String reason = "RETURNING would show a written value that depends on which rows conflicted";
    assertThatText(
            "INSERT INTO users (id, nickname) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET name ="
                + " 'x' RETURNING nickname")
        .hasNoAnswer("42000", reason);
    assertThatText(
            "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nickname = 'x'"
                + " RETURNING *")
        .hasNoAnswer("42000", reason);
    assertThatText(
            "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'x' RETURNING"
                + " old.level")
        .hasNoAnswer(
            "42000", "RETURNING would show an old value that depends on which rows conflicted");
  }
}
