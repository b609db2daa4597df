package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code INSERT}. */
class InsertRewriterTest {

  private static final String UNCHANGED =
      "pg_catalog.has_column_privilege('pg_signal_backend', CAST('orders' AS pg_catalog.regclass),"
          + " CAST(5 AS pg_catalog.int2), 'REFERENCES') IS NULL";

  @Test
  void insert_missingColumn_isTakenOut_andGuarded() {
    assertThatText("INSERT INTO users (id, nickname, email) VALUES (?, ?, ?)")
        .becomes(
            "INSERT INTO users (id, email) SELECT ?, ? WHERE pg_catalog.pg_typeof(CASE WHEN FALSE"
                + " THEN (SELECT (SELECT \"nickname\" FROM users) FROM (SELECT CAST(NULL AS"
                + " pg_catalog.void) AS \"nickname\") lacuna_g) END) = CAST('pg_catalog.void' AS"
                + " pg_catalog.regtype) AND CASE WHEN TRUE THEN TRUE ELSE CAST((?) AS"
                + " varchar(40)) IS NULL END")
        .withParameters(1, 3, 2)
        .guardedInTheText()
        .losesAValue(true);
  }

  @Test
  void insert_onlyMissingColumns_insertsDefaults() {
    assertThatText("INSERT INTO users (nickname) VALUES (?)")
        .becomes("INSERT INTO users SELECT WHERE «no users.nickname» AND «dead ?::varchar(40)»");
  }

  @Test
  void insert_default_isLeftOut() {
    assertThatText("INSERT INTO users (id, name, level) VALUES (DEFAULT, 'x', DEFAULT)")
        .becomes("INSERT INTO users (name) SELECT 'x' WHERE «no users.level»");
  }

  @Test
  void insert_severalRows_areTyped() {
    assertThatText("INSERT INTO users (id, level, name) VALUES (?, ?, lower(?)), (2, NULL, 'x')")
        .becomes(
            "INSERT INTO users (id, name) SELECT lacuna_v.c0, lacuna_v.c2 FROM (VALUES (CAST(? AS"
                + " integer), CAST(? AS int), CAST(lower(?) AS text)), (CAST(2 AS integer),"
                + " CAST(NULL AS int), CAST('x' AS text))) lacuna_v(c0, c1, c2) WHERE «no"
                + " users.level»")
        .withParametersInOrder()
        .guardedInTheText();
  }

  @Test
  void insert_defaultInAllRows_isLeftOut() {
    assertThatText("INSERT INTO users (id, level) VALUES (DEFAULT, ?), (DEFAULT, ?)")
        .becomes(
            "INSERT INTO users SELECT FROM (VALUES (CAST(? AS int)), (CAST(? AS int)))"
                + " lacuna_v(c1) WHERE «no users.level»");
  }

  @Test
  void insert_defaultOfAMissingColumnInSomeRows_keepsTheParametersOfTheOthers() {
    assertThatText("INSERT INTO users (id, level) VALUES (1, ?), (2, DEFAULT)")
        .becomes(
            "INSERT INTO users (id) SELECT lacuna_v.c0 FROM (VALUES (CAST(1 AS integer), CAST(? AS"
                + " int)), (CAST(2 AS integer), NULL)) lacuna_v(c0, c1) WHERE «no users.level»")
        .withParametersInOrder();
  }

  @Test
  void insert_defaultOfAnotherColumnInSomeRows_isGuardedBefore() {
    assertThatText("INSERT INTO users (id, name, level) VALUES (DEFAULT, ?, ?), (2, ?, ?)")
        .becomes(
            "WITH lacuna_p AS (SELECT CAST((?) AS int), CAST((?) AS int)) INSERT INTO users (id,"
                + " name) VALUES (DEFAULT, ?), (2, ?)")
        .withParameters(2, 4, 1, 3)
        .guardedBefore("SELECT «no users.level»");
    assertThatText("WITH c AS (SELECT 1) INSERT INTO users (id, level) VALUES (DEFAULT, ?), (2, 3)")
        .becomes(
            "WITH c AS (SELECT 1) , lacuna_p AS (SELECT CAST((?) AS int)) INSERT INTO users (id)"
                + " VALUES (DEFAULT), (2)");
    assertThatText("EXPLAIN INSERT INTO users (id, level) VALUES (DEFAULT, 1), (2, 3)")
        .becomes("EXPLAIN INSERT INTO users (id) VALUES (DEFAULT), (2)");
  }

  @Test
  void insert_query_isSelectedFrom() {
    assertThatText("INSERT INTO users (name, level, email) SELECT note, ?, 'x' AS e FROM orders")
        .becomes(
            "INSERT INTO users (name, email) SELECT lacuna_q.c0, lacuna_q.c2 FROM (SELECT note,"
                + " CAST(? AS int), CAST('x' AS character varying) AS e FROM orders) lacuna_q(c0,"
                + " c1, c2) WHERE «no users.level»")
        .withParametersInOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(SELECT a, b FROM t)",
        "WITH c AS (SELECT 1) SELECT a, b FROM c",
        "SELECT a, b FROM t UNION ALL SELECT c, d FROM t ORDER BY 1 LIMIT ?",
        "TABLE t",
        "VALUES (1, 2) ORDER BY 1",
        "SELECT * FROM t",
      })
  void insert_anyQuery_isSelectedFrom(String query) {
    assertThatText("INSERT INTO users (id, level) " + query + " RETURNING id")
        .becomes(
            "INSERT INTO users (id) SELECT lacuna_q.c0 FROM ("
                + query
                + ") lacuna_q(c0, c1) WHERE «no users.level» RETURNING id");
  }

  @Test
  void insert_queryThatReadsADeclaredTable_readsAsIf() {
    assertThatText("INSERT INTO users (name, level) SELECT name, level FROM users")
        .becomes(
            "INSERT INTO users (name) SELECT lacuna_q.c0 FROM (SELECT name, level FROM «users: name,"
                + " level» users) lacuna_q(c0, c1) WHERE «no users.level»");
    assertThatText("INSERT INTO pets (id, kind) SELECT id, nickname FROM users")
        .becomes(
            "INSERT INTO pets (id, kind) SELECT id, nickname FROM «users: id, nickname» users");
  }

  @Test
  void insert_withoutColumnList_goesByTheirOrder() {
    assertThatText("INSERT INTO orders VALUES (1, 2, ?, 'n', ?)")
        .becomes(
            "INSERT INTO orders (\"id\", \"user_id\", \"total\", \"note\") SELECT 1, 2, ?, 'n' WHERE"
                + " «no orders.discount» AND "
                + UNCHANGED
                + " AND «dead ?::numeric(10,2)»");
    assertThatText("INSERT INTO orders AS o SELECT p.*, 1 FROM pets p, pets q").staysAsItIs();
    assertThatText("INSERT INTO orders AS o SELECT p.*, 1, 2 FROM pets p")
        .becomes(
            "INSERT INTO orders AS o (\"id\", \"user_id\", \"total\", \"note\") SELECT lacuna_q.c0,"
                + " lacuna_q.c1, lacuna_q.c2, lacuna_q.c3 FROM (SELECT p.*, 1, 2 FROM pets p)"
                + " lacuna_q(c0, c1, c2, c3, c4) WHERE «no orders.discount» AND "
                + UNCHANGED);
    assertThatText("INSERT INTO orders VALUES (1, 2, 3)").staysAsItIs();
  }

  @Test
  void insert_withoutColumnList_ofUnknownWidth_isUnsupported() {
    assertThatText("INSERT INTO orders SELECT * FROM unnest(?) u")
        .isUnsupported(
            "INSERT has no column list, and how many columns its query has is not known");
  }

  @Test
  void insert_ofAnotherWidth_isTheServersToRefuse() {
    assertThatText("INSERT INTO users (id, level) SELECT 1, 2, 3 FROM pets")
        .isUnsupported("the query has not as many columns as the INSERT");
    assertThatText("INSERT INTO users (id, level) VALUES (1, 2), (3)")
        .isUnsupported("a row of VALUES has not as many values as columns");
  }

  @Test
  void insert_defaultValues_isGuardedWhereItReturnsTheColumn() {
    assertThatText("INSERT INTO users DEFAULT VALUES").staysAsItIs();
    assertThatText("INSERT INTO users DEFAULT VALUES RETURNING level")
        .becomes(
            "INSERT INTO users SELECT WHERE «no users.level» RETURNING CAST(1 AS int) AS"
                + " \"level\"");
  }

  @Test
  void insert_partOfAColumn_losesIt() {
    assertThatText("INSERT INTO users (id, tags[1], home.city) VALUES (1, ?, 'x')")
        .becomes(
            "INSERT INTO users (id) SELECT 1 WHERE «no users.tags» AND «no users.home» AND"
                + " «dead ?::text»");
  }

  @Test
  void insert_columnTwice_hasNoAnswer() {
    assertThatText("INSERT INTO users (level, level) VALUES (1, 2)")
        .hasNoAnswer("42701", "\"level\" is written twice");
  }

  @Test
  void insert_overriding_stays() {
    assertThatText("INSERT INTO users (id, level) OVERRIDING SYSTEM VALUE VALUES (1, 2)")
        .becomes(
            "INSERT INTO users (id) OVERRIDING SYSTEM VALUE SELECT 1 WHERE «no users.level» AND"
                + " «dead 2::int»");
  }

  @Test
  void insert_valueWithSubSelect_readsAsIf() {
    assertThatText("INSERT INTO users (id, name) VALUES (1, (SELECT max(nickname) FROM users))")
        .becomes(
            "INSERT INTO users (id, name) VALUES (1, (SELECT max(nickname) FROM «users: id, name,"
                + " nickname» users))");
  }
}
