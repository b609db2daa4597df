package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stars are sent as they are and completed in the result. */
class StarPlannerTest {

  private static final String[] OF_USERS = {"nickname", "level", "tags", "order", "year", "home"};
  private static final String ALL =
      "«users: id, name, email, nickname, level, tags, order, year, home»";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM users",
        "SELECT u.* FROM users u WHERE u.id = ?",
        "SELECT DISTINCT * FROM users ORDER BY name",
        "SELECT users.* FROM public.users",
        "TABLE users",
        "SELECT * FROM empty_handed JOIN users ON users.id = 1",
        "SELECT u.* FROM users u, LATERAL unnest(ARRAY[1]) x",
        "WITH c AS (SELECT 1) SELECT * FROM users",
        "SELECT * FROM users LIMIT 10 OFFSET ?",
        "SELECT * FROM users FOR UPDATE",
      })
  void star_alone_isCompletedAtItsEnd(String sql) {
    assertThatText(sql).isCompleted(0, 0, OF_USERS);
  }

  @Test
  void star_amongColumns_isCompletedAtItsEnd() {
    assertThatText("SELECT 1, *, 2, 3 FROM users").isCompleted(1, 2, OF_USERS);
    assertThatText("SELECT p.id, u.*, p.kind FROM users u, pets p").isCompleted(1, 1, OF_USERS);
  }

  @Test
  void star_thatLacksNothingNow_isCompletedAllTheSame() {
    assertThatText("SELECT * FROM users").on(Tables.COMPLETE).isCompleted(0, 0, OF_USERS);
  }

  @Test
  void star_pinned_isSpeltOut() {
    assertThatText("SELECT * FROM users").pinned().becomes("SELECT * FROM " + ALL + " users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM %s JOIN pets ON owner = users.id",
        "SELECT * FROM pets JOIN %s ON owner = users.id",
        "SELECT *, * FROM %s",
        "SELECT * FROM %s ORDER BY 2",
        "SELECT * FROM %s UNION SELECT 1",
        "SELECT * FROM %s JOIN pets USING (id)",
        "SELECT * FROM pets LEFT JOIN %s ON owner = users.id",
        "SELECT * FROM %s, unnest(ARRAY[1]) x",
        "SELECT count(*) FROM (SELECT * FROM %s) x",
        "SELECT * INTO t FROM %s",
        "(SELECT * FROM %s) ORDER BY 2",
        "SELECT *, users FROM %s",
        "EXPLAIN SELECT * FROM %s",
        "SELECT 1; SELECT * FROM %s",
      })
  void star_thatTheResultCannotTell_isADerivedTable(String sql) {
    assertThatText(sql.formatted("users")).becomes(sql.formatted(ALL + " users"));
  }

  @Test
  void tableCommand_thatNamesAMissingColumn_becomesASelect() {
    assertThatText("TABLE users ORDER BY level")
        .becomes("SELECT * FROM " + ALL + " users ORDER BY level");
  }

  @Test
  void outerJoin_withoutDefaults_isCompleted() {
    Tables tables = Tables.LACKING;

    assertThatText("SELECT * FROM pets p LEFT JOIN billing.invoices i ON i.id = p.id")
        .on(tables)
        .isCompleted(0, 0, "note");
  }

  @Test
  void starBehindExists_showsNothing() {
    assertThatText("SELECT 1 FROM pets WHERE EXISTS (SELECT * FROM users WHERE users.id = owner)")
        .staysAsItIs();
  }
}
