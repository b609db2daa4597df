package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import org.junit.jupiter.api.Test;

/** Columns that exist and are hidden: on a table that has all its columns, {@code nickname} is. */
class HiddenColumnsRewriteTest {

  private static final Tables HIDING =
      Tables.LACKING.copy().adding("users").adding("orders").hiding("users", "nickname");

  @Test
  void read_hiddenColumn_isNeverTheTables() {
    assertThatText("SELECT nickname, level FROM users")
        .on(HIDING)
        .becomes(
            "SELECT nickname, level FROM (SELECT lacuna_s.* FROM (VALUES (CAST(NULL AS"
                + " varchar(40)), CAST(1 AS int))) lacuna_d(\"nickname\", \"level\") CROSS JOIN"
                + " LATERAL (SELECT lacuna_d.\"nickname\", \"level\" FROM users lacuna_t) lacuna_s)"
                + " users");
  }

  @Test
  void star_isSpelledOut() {
    assertThatText("SELECT * FROM orders")
        .on(Tables.LACKING.copy().adding("orders").hiding("orders", "discount"))
        .becomes(
            "SELECT * FROM (SELECT lacuna_s.* FROM (VALUES (CAST(0 AS numeric(10,2))))"
                + " lacuna_d(\"discount\") CROSS JOIN LATERAL (SELECT lacuna_t.\"id\","
                + " lacuna_t.\"user_id\", lacuna_t.\"total\", lacuna_t.\"note\","
                + " lacuna_d.\"discount\" FROM orders lacuna_t) lacuna_s) orders");
  }

  @Test
  void update_isNotGuarded() throws Exception {
    assertThatText("UPDATE users SET nickname = ?, name = ? WHERE nickname IS NULL")
        .on(HIDING)
        .becomes(
            "UPDATE users SET name = ? WHERE (CAST(NULL AS varchar(40)) IS NULL) AND TRUE AND"
                + " «dead ?::varchar(40)»")
        .losesAValue(true);
    Translator translator =
        new Translator(
            Tables.declared(),
            Engine.POSTGRESQL,
            Dialect.POSTGRESQL,
            dev.lacuna.config.Star.SERVER);
    Analysis analysis = translator.analyse("DELETE FROM users WHERE nickname = 'x'");
    assertThat(
            translator.translate((Analysis.Relevant) analysis, GeneratedKeys.NONE, HIDING).guards())
        .isEmpty();
  }

  @Test
  void update_ofAHiddenAndAMissingColumn_asksForTheMissingOne() {
    assertThatText("UPDATE users SET nickname = 'a', level = 2, name = 'b'")
        .on(Tables.LACKING.copy().adding("users", "nickname").hiding("users", "nickname"))
        .becomes(
            "UPDATE users SET name = 'b' WHERE «no users.level» AND «dead 'a'::varchar(40);"
                + " 2::int»");
  }

  @Test
  void update_ofHiddenColumnsAlone_touchesAnotherColumn() {
    assertThatText("UPDATE orders SET discount = 2")
        .on(Tables.LACKING.copy().adding("orders").hiding("orders", "discount"))
        .becomes(
            "UPDATE orders SET \"note\" = orders.\"note\" WHERE TRUE AND «dead"
                + " 2::numeric(10,2)»");
  }

  @Test
  void returning_star_showsTheDefaultAtItsPlace() {
    assertThatText("DELETE FROM orders RETURNING *")
        .on(
            new Tables()
                .table("orders", "id integer key", "discount numeric", "note text")
                .hiding("orders", "discount"))
        .becomes(
            "DELETE FROM orders WHERE TRUE RETURNING orders.\"id\", CAST(0 AS numeric(10,2)) AS"
                + " \"discount\", orders.\"note\"");
  }

  @Test
  void keys_byFlag_showWhatWasWritten() {
    assertThatText("INSERT INTO orders (id, discount) VALUES (1, 2)")
        .on(
            new Tables()
                .table("orders", "id integer key", "discount numeric")
                .hiding("orders", "discount"))
        .askingForKeys()
        .becomes(
            "INSERT INTO orders (id) SELECT 1 WHERE TRUE AND «dead 2::numeric(10,2)» RETURNING"
                + " \"id\", CAST((2) AS numeric(10,2)) AS \"discount\"");
  }
}
