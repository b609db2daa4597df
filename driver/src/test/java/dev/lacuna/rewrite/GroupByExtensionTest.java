package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A derived table has no primary key: what depends on it has to be grouped by as well. */
class GroupByExtensionTest {

  @Test
  void groupBy_primaryKey_groupsByItsDependentsToo() {
    assertThatText("SELECT u.id, u.name, u.level, count(*) FROM users u GROUP BY u.id")
        .becomes(
            "SELECT u.id, u.name, u.level, count(*) FROM «users: id, name, level» u GROUP BY u.id,"
                + " \"u\".\"name\", \"u\".\"level\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(u.id)",
        "1",
        "k",
        "id",
        "DISTINCT u.id",
        "(u.id, u.level)",
        "o.note, u.id",
      })
  void groupBy_primaryKeyHowever_groupsByItsDependentsToo(String groupBy) {
    assertThatText("SELECT u.id AS k, u.level, u.name FROM users u, orders o GROUP BY " + groupBy)
        .becomes(
            "SELECT u.id AS k, u.level, u.name FROM «users: id, name, level» u, orders o GROUP BY "
                + groupBy
                + ", \"u\".\"name\""
                + (groupBy.contains("level") ? "" : ", \"u\".\"level\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"u.level", "u.name, u.level", "o.id", "2", "rollup (u.id)", "u.id + 1", "()"})
  void groupBy_other_staysAsItIs(String groupBy) {
    assertThatText("SELECT u.level, u.name FROM users u, orders o GROUP BY " + groupBy)
        .becomes(
            "SELECT u.level, u.name FROM «users: %slevel» u, orders o GROUP BY "
                    .formatted(groupBy.contains("id") ? "id, name, " : "name, ")
                + groupBy);
  }

  @Test
  void groupingSets_columnInOne_isNotGroupedByElsewhere() {
    assertThatText("SELECT u.id, u.level, u.name FROM users u GROUP BY u.id, CUBE (u.level)")
        .becomes(
            "SELECT u.id, u.level, u.name FROM «users: id, name, level» u GROUP BY u.id, CUBE"
                + " (u.level), \"u\".\"name\"");
  }

  @Test
  void typeWithoutEquality_isNotGroupedBy() {
    Tables tables = Tables.LACKING.copy().table("users", "id integer key", "notes json");

    assertThatText("SELECT id, level, json_agg(notes) FROM users GROUP BY id")
        .on(tables)
        .becomes(
            "SELECT id, level, json_agg(notes) FROM «users: id, notes, level» users GROUP BY id,"
                + " \"users\".\"level\"");
  }

  @Test
  void compositeKey_needsAllItsColumns() {
    Tables tables = Tables.LACKING.copy().table("users", "a integer key", "b integer key");

    assertThatText("SELECT a, b, level FROM users GROUP BY b, a")
        .on(tables)
        .becomes(
            "SELECT a, b, level FROM «users: a, b, level» users GROUP BY b, a, \"users\".\"level\"");
    assertThatText("SELECT a, max(level) FROM users GROUP BY a")
        .on(tables)
        .becomes("SELECT a, max(level) FROM «users: a, level» users GROUP BY a");
  }

  @Test
  void wholeRow_isGroupedByToo() {
    assertThatText("SELECT u, max(o.note) FROM users u, orders o GROUP BY u.id")
        .becomes(
            "SELECT u, max(o.note) FROM «users: id, name, email, nickname, level, tags, order, year,"
                + " home» u, orders o GROUP BY u.id, \"u\".\"name\", \"u\".\"email\","
                + " \"u\".\"nickname\", \"u\".\"level\", \"u\".\"tags\", \"u\".\"order\","
                + " \"u\".\"year\", \"u\".\"home\", \"u\"");
  }
}
