package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** {@code UPDATE} and {@code DELETE}. */
class UpdateRewriterTest {

  @Test
  void update_missingColumn_isTakenOut_andGuarded() {
    assertThatText("UPDATE users SET name = ?, nickname = ?, email = ? WHERE id = ?")
        .becomes(
            "UPDATE users SET name = ?, email = ? WHERE (id = ?) AND pg_catalog.pg_typeof(CASE WHEN"
                + " FALSE THEN (SELECT (SELECT \"nickname\" FROM users) FROM (SELECT CAST(NULL AS"
                + " pg_catalog.void) AS \"nickname\") lacuna_g) END) = CAST('pg_catalog.void' AS"
                + " pg_catalog.regtype) AND CASE WHEN TRUE THEN TRUE ELSE CAST((?) AS"
                + " varchar(40)) IS NULL END")
        .withParameters(1, 3, 4, 2)
        .guardedInTheText()
        .losesAValue(true);
  }

  @Test
  void update_firstOrLastColumnMissing_leavesNoComma() {
    assertThatText("UPDATE users SET nickname = 'a', name = 'b' -- c\n")
        .becomes(
            "UPDATE users SET name = 'b' WHERE «no users.nickname» AND «dead 'a'::varchar(40)»"
                + " -- c\n");
    assertThatText("UPDATE users SET name = 'b', level = 1, nickname = 'a'")
        .becomes(
            "UPDATE users SET name = 'b' WHERE «no users.nickname» AND «no users.level» AND"
                + " «dead 1::int; 'a'::varchar(40)»");
  }

  @Test
  void update_onlyMissingColumns_stillTouchesTheRows() {
    assertThatText("UPDATE users AS u SET nickname = 'a', level = DEFAULT")
        .becomes(
            "UPDATE users AS u SET \"email\" = u.\"email\" WHERE «no users.nickname» AND «no"
                + " users.level» AND «dead 'a'::varchar(40)»");
  }

  @Test
  void update_noColumnCanBeSetToItself_hasNoAnswer() {
    assertThatText("UPDATE users SET nickname = 'a'")
        .on(Tables.LACKING.copy().unassignable("users"))
        .hasNoAnswer("42000", "the table has no column that could be set to itself");
  }

  @Test
  void update_columnTwice_hasNoAnswer() {
    assertThatText("UPDATE users SET level = 1, level = 2")
        .hasNoAnswer("42601", "\"level\" is assigned twice");
  }

  @Test
  void update_valueThatReadsTheColumn_readsItsDefault() {
    assertThatText("UPDATE users SET level = level + ?, name = upper(nickname)")
        .becomes(
            "UPDATE users SET name = upper(CAST(NULL AS varchar(40))) WHERE «no users.nickname»"
                + " AND «no users.level» AND «dead CAST(1 AS int) + ?::int»");
  }

  @Test
  void update_condition_isKeptTogether() {
    assertThatText("UPDATE users SET name = 'x' WHERE level = 1 OR id = 2 RETURNING id")
        .becomes(
            "UPDATE users SET name = 'x' WHERE (CAST(1 AS int) = 1 OR id = 2) AND «no users.level»"
                + " RETURNING id")
        .losesAValue(false);
  }

  @Test
  void update_rowAssignment_losesTheMissing() {
    assertThatText("UPDATE users SET (name, nickname, email) = (?, ?, ?) WHERE id = ?")
        .becomes(
            "UPDATE users SET (name, email) = ROW(?, ?) WHERE (id = ?) AND «no users.nickname» AND"
                + " «dead ?::varchar(40)»")
        .withParameters(1, 3, 4, 2);
    assertThatText("UPDATE users SET (nickname, level) = ROW('a', 2)")
        .becomes(
            "UPDATE users SET \"email\" = users.\"email\" WHERE «no users.nickname» AND «no"
                + " users.level» AND «dead 'a'::varchar(40); 2::int»");
  }

  @Test
  void update_rowAssignmentFromQuery_takesLessFromIt() {
    assertThatText("UPDATE users SET (name, nickname) = (SELECT note, ? FROM orders)")
        .becomes(
            "UPDATE users SET (name) = (SELECT lacuna_q.c0 FROM (SELECT note, ? FROM orders)"
                + " lacuna_q(c0, c1)) WHERE «no users.nickname»")
        .withParametersInOrder();
    assertThatText("UPDATE users SET (level, nickname) = (SELECT 1, ?)")
        .becomes(
            "UPDATE users SET \"email\" = users.\"email\" WHERE «no users.nickname» AND «no"
                + " users.level» AND CASE WHEN TRUE THEN TRUE ELSE EXISTS (SELECT 1, ?) IS NULL"
                + " END");
  }

  @Test
  void update_rowAssignmentOfOtherLength_isUnsupported() {
    assertThatText("UPDATE users SET (name, nickname) = (1, 2, 3)")
        .isUnsupported("a row assignment's sides differ in length");
    assertThatText("UPDATE users SET (name, nickname) = f(1)")
        .isUnsupported("a row of columns is assigned from no row of values");
  }

  @Test
  void update_partOfAColumn_losesIt() {
    assertThatText("UPDATE users SET tags[1] = ?, tags[2:3] = ?, name = 'x'")
        .becomes("UPDATE users SET name = 'x' WHERE «no users.tags» AND «dead ?::text; ?::text[]»");
    assertThatText("UPDATE users SET home.city = 'x', name = 'y'")
        .becomes("UPDATE users SET name = 'y' WHERE «no users.home»");
    assertThatText("UPDATE users SET home.city = ?")
        .isUnsupported("a parameter is written to a field of \"home\", of unknown type");
  }

  @Test
  void update_otherTables_areReadAsIf() {
    assertThatText("UPDATE users u SET name = o.note FROM orders o WHERE o.discount = u.level")
        .becomes(
            "UPDATE users u SET name = o.note FROM «orders: note, discount» o WHERE (o.discount ="
                + " CAST(1 AS int)) AND «no users.level»");
    assertThatText(
            "UPDATE pets SET kind = 'x' WHERE owner IN (SELECT id FROM users WHERE level = 1)")
        .becomes(
            "UPDATE pets SET kind = 'x' WHERE owner IN (SELECT id FROM «users: id, level» users"
                + " WHERE level = 1)");
  }

  @Test
  void update_ofACursorsRow_isGuardedBefore() {
    assertThatText("UPDATE users SET nickname = ?, name = ? WHERE CURRENT OF c")
        .becomes(
            "WITH lacuna_p AS (SELECT CAST((?) AS varchar(40))) UPDATE users SET name = ? WHERE"
                + " CURRENT OF c")
        .withParametersInOrder()
        .guardedBefore("SELECT «no users.nickname»");
    assertThatText("UPDATE users SET nickname = name || ? WHERE CURRENT OF c")
        .isUnsupported(
            "a parameter in a value that vanishes stands beside columns, and no condition is"
                + " possible");
  }

  @Test
  void update_wholeRow_hasTheMissingColumns() {
    assertThatText("UPDATE orders o SET note = o::text")
        .becomes(
            "UPDATE orders o SET note = (SELECT \"o\" FROM (SELECT o.*, CAST(0 AS numeric(10,2)) AS"
                + " \"discount\") \"o\")::text WHERE «no orders.discount»");
    assertThatText("DELETE FROM orders WHERE row_to_json(orders.*)::text = ?")
        .becomes(
            "DELETE FROM orders WHERE (row_to_json((SELECT \"orders\" FROM (SELECT orders.*, CAST(0"
                + " AS numeric(10,2)) AS \"discount\") \"orders\"))::text = ?) AND «no"
                + " orders.discount»");
    assertThatText("DELETE FROM orders WHERE ROW(orders.*) IS NULL")
        .becomes(
            "DELETE FROM orders WHERE (ROW(orders.*, CAST(0 AS numeric(10,2))) IS NULL) AND «no"
                + " orders.discount»");
  }

  @Test
  void delete_condition_readsDefault() {
    assertThatText("DELETE FROM users WHERE nickname = ? AND id = ?")
        .becomes(
            "DELETE FROM users WHERE (CAST(NULL AS varchar(40)) = ? AND id = ?) AND «no"
                + " users.nickname»")
        .withParametersInOrder()
        .guardedInTheText()
        .losesAValue(false);
  }

  @Test
  void delete_using_readsTheOthersAsIf() {
    assertThatText("DELETE FROM users u USING orders o WHERE o.discount = 1 AND u.level = 2")
        .becomes(
            "DELETE FROM users u USING «orders: discount» o WHERE (o.discount = 1 AND CAST(1 AS"
                + " int) = 2) AND «no users.level»");
  }

  @Test
  void write_inACte_isGuardedBefore() {
    assertThatText("WITH d AS (DELETE FROM users WHERE level = 1 RETURNING id) SELECT id FROM d")
        .becomes(
            "WITH d AS (DELETE FROM users WHERE (CAST(1 AS int) = 1) AND «no users.level» RETURNING"
                + " id) SELECT id FROM d")
        .guardedBefore("SELECT «no users.level»");
  }

  @Test
  void severalWrites_areGuardedBefore() {
    assertThatText("DELETE FROM users WHERE level = 1; DELETE FROM orders WHERE discount = 1")
        .guardedBefore("SELECT «no users.level»", "SELECT «no orders.discount»");
    assertThatText("EXPLAIN ANALYZE DELETE FROM users WHERE level = 1")
        .guardedBefore("SELECT «no users.level»");
  }

  @Test
  void preparedWrite_isUnsupported() {
    assertThatText("PREPARE p AS DELETE FROM users WHERE level = 1")
        .isUnsupported("a write that PREPARE names runs later, unseen");
  }

  @Test
  void write_toATableThatMayNotBeRead_isGuardedByItsColumns() {
    assertThatText("UPDATE users SET nickname = ?, name = 'x'")
        .on(Tables.LACKING.copy().unreadable("users"))
        .becomes(
            "UPDATE users SET name = 'x' WHERE"
                + " pg_catalog.has_column_privilege('pg_signal_backend', CAST('users' AS"
                + " pg_catalog.regclass), CAST(4 AS pg_catalog.int2), 'REFERENCES') IS NULL AND"
                + " «dead ?::varchar(40)»");
  }

  @Test
  void write_toATableThatHasTheColumns_staysAsItIs() {
    assertThatText("UPDATE users SET nickname = level WHERE \"order\" = 1")
        .on(Tables.COMPLETE)
        .staysAsItIs();
  }

  @Test
  void cteOfTheTargetsName_isUnsupported() {
    assertThatText("WITH users AS (SELECT 1) UPDATE users SET level = 1")
        .isUnsupported("a CTE has the name of the table that is changed");
  }
}
