package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** Tables that are read become derived tables that have the missing columns. */
class ReadRewriterTest {

  @Test
  void select_missingColumn_readsDefault() {
    assertThatText("SELECT u.id, u.nickname FROM users u WHERE u.id = ?")
        .becomes(
            "SELECT u.id, u.nickname FROM (SELECT lacuna_s.* FROM (VALUES (CAST(NULL AS"
                + " varchar(40)))) lacuna_d(\"nickname\") CROSS JOIN LATERAL (SELECT"
                + " lacuna_t.\"id\", \"nickname\" FROM users lacuna_t) lacuna_s) u WHERE u.id = ?")
        .withParametersInOrder()
        .losesAValue(false);
  }

  @Test
  void select_columnWithDefault_readsIt() {
    assertThatText("SELECT level FROM users")
        .becomes(
            "SELECT level FROM (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int)))"
                + " lacuna_d(\"level\") CROSS JOIN LATERAL (SELECT \"level\" FROM users lacuna_t)"
                + " lacuna_s) users");
  }

  @Test
  void select_tableWithoutAlias_keepsItsName() {
    assertThatText("SELECT users.nickname FROM users")
        .becomes("SELECT users.nickname FROM «users: nickname» users");
    assertThatText("SELECT nickname FROM Users")
        .becomes(
            "SELECT nickname FROM (SELECT lacuna_s.* FROM (VALUES (CAST(NULL AS varchar(40))))"
                + " lacuna_d(\"nickname\") CROSS JOIN LATERAL (SELECT \"nickname\" FROM Users"
                + " lacuna_t) lacuna_s) Users");
  }

  @Test
  void select_columnsThatTheTableHas_staysAsItIs() {
    assertThatText("SELECT nickname, level FROM users").on(Tables.COMPLETE).staysAsItIs();
    assertThatText("SELECT * FROM users WHERE level = 1")
        .on(Tables.COMPLETE)
        .isCompleted(0, 0, "nickname", "level", "tags", "order", "year", "home");
  }

  @Test
  void select_otherColumns_staysAsItIs() {
    assertThatText("SELECT id, name FROM users").staysAsItIs();
    assertThatText("SELECT count(*) FROM users").staysAsItIs();
    assertThatText("SELECT nickname FROM pets").staysAsItIs();
    assertThatText("SELECT nickname FROM nosuch").staysAsItIs();
  }

  @Test
  void select_oneOfTheColumnsHasCome_asksForBothAlike() {
    Tables half = Tables.LACKING.copy().adding("users", "level");

    assertThatText("SELECT id, level, nickname FROM users")
        .on(half)
        .becomes(
            "SELECT id, level, nickname FROM (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int),"
                + " CAST(NULL AS varchar(40)))) lacuna_d(\"level\", \"nickname\") CROSS JOIN"
                + " LATERAL (SELECT lacuna_t.\"id\", \"level\", \"nickname\" FROM users lacuna_t)"
                + " lacuna_s) users");
  }

  @Test
  void comments_blanksAndLineEnds_stay() {
    assertThatText("select /* nickname ? */ nickname -- ? x\r\n\tfrom\tusers\r\n where id = ?")
        .becomes(
            "select /* nickname ? */ nickname -- ? x\r\n\tfrom\t«users: id, nickname» users\r\n"
                + " where id = ?")
        .withParametersInOrder();
  }

  @Test
  void joins_eachTableByItself() {
    assertThatText("SELECT u.nickname, o.discount FROM users u JOIN orders o ON o.user_id = u.id")
        .becomes(
            "SELECT u.nickname, o.discount FROM «users: id, nickname» u JOIN"
                + " «orders: id, user_id, discount» o ON o.user_id = u.id");
    assertThatText("SELECT a.nickname FROM users a, users b WHERE a.id = b.id")
        .becomes(
            "SELECT a.nickname FROM «users: id, nickname» a, «users: id, nickname» b WHERE a.id ="
                + " b.id");
  }

  @Test
  void naturalJoin_showsAllColumns_asTheyMayJoin() {
    assertThatText("SELECT pets.id FROM users NATURAL JOIN pets")
        .becomes(
            "SELECT pets.id FROM «users: id, name, email, nickname, level, tags, order, year, home»"
                + " users NATURAL JOIN pets");
  }

  @Test
  void columnAliases_countAllColumns() {
    assertThatText("SELECT u.a FROM users AS u(a, b)")
        .becomes(
            "SELECT u.a FROM «users: id, name, email, nickname, level, tags, order, year, home» AS"
                + " u(a, b)");
  }

  @Test
  void only_andDescendants_goInside() {
    assertThatText("SELECT level FROM ONLY users u, users *")
        .becomes(
            "SELECT level FROM (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int)))"
                + " lacuna_d(\"level\") CROSS JOIN LATERAL (SELECT \"level\" FROM ONLY users"
                + " lacuna_t) lacuna_s) u, (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int)))"
                + " lacuna_d(\"level\") CROSS JOIN LATERAL (SELECT \"level\" FROM users *"
                + " lacuna_t) lacuna_s) users");
  }

  @Test
  void schemaQualifiedName_isStrippedFromReferences() {
    assertThatText("SELECT billing.invoices.note FROM billing.invoices")
        .becomes("SELECT invoices.note FROM «billing.invoices: note» invoices");
    assertThatText("SELECT i.note FROM billing.invoices i")
        .becomes("SELECT i.note FROM «billing.invoices: note» i");
  }

  @Test
  void systemColumns_passThrough() {
    assertThatText("SELECT nickname, ctid FROM users")
        .becomes(
            "SELECT nickname, ctid FROM (SELECT lacuna_s.* FROM (VALUES (CAST(NULL AS"
                + " varchar(40)))) lacuna_d(\"nickname\") CROSS JOIN LATERAL (SELECT \"nickname\","
                + " lacuna_t.ctid FROM users lacuna_t) lacuna_s) users");
  }

  @Test
  void systemColumn_besideAStarOfMissingColumns_isUnsupported() {
    assertThatText("SELECT *, ctid FROM users WHERE nickname IS NULL")
        .isUnsupported("a star and the system column ctid together");
  }

  @Test
  void subSelects_whereverTheyStand() {
    assertThatText("SELECT id FROM pets WHERE owner IN (SELECT id FROM users WHERE nickname = ?)")
        .becomes(
            "SELECT id FROM pets WHERE owner IN (SELECT id FROM «users: id, nickname» users WHERE"
                + " nickname = ?)");
    assertThatText("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM users WHERE level > 1)")
        .becomes("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM «users: level» users WHERE level > 1)");
    assertThatText("VALUES ((SELECT max(level) FROM users))")
        .becomes("VALUES ((SELECT max(level) FROM «users: level» users))");
    assertThatText("SELECT x.n FROM (SELECT nickname AS n FROM users) x")
        .becomes("SELECT x.n FROM (SELECT nickname AS n FROM «users: nickname» users) x");
  }

  @Test
  void ctes_areSeenInto_andLeftAlone() {
    assertThatText("WITH c AS (SELECT level FROM users) SELECT level FROM c")
        .becomes("WITH c AS (SELECT level FROM «users: level» users) SELECT level FROM c");
    assertThatText("WITH users AS (SELECT 1 AS level) SELECT level FROM users").staysAsItIs();
    assertThatText("WITH users AS (SELECT level FROM users) SELECT level FROM users")
        .becomes("WITH users AS (SELECT level FROM «users: level» users) SELECT level FROM users");
    assertThatText("WITH RECURSIVE t AS (SELECT 1 AS n) SELECT level FROM t, users AS u")
        .becomes("WITH RECURSIVE t AS (SELECT 1 AS n) SELECT level FROM t, «users: level» AS u");
    assertThatText(
            "WITH RECURSIVE a AS (SELECT * FROM users), users AS (SELECT 1 AS level)"
                + " SELECT level FROM a")
        .staysAsItIs();
  }

  @Test
  void setOperations_eachOperand() {
    assertThatText("SELECT name FROM users UNION ALL SELECT nickname FROM users ORDER BY 1")
        .becomes(
            "SELECT name FROM «users: name, nickname» users UNION ALL SELECT nickname FROM"
                + " «users: name, nickname» users ORDER BY 1");
  }

  @Test
  void wholeRow_hasAllColumns() {
    String all = "«users: id, name, email, nickname, level, tags, order, year, home»";
    assertThatText("SELECT row_to_json(u) FROM users u")
        .becomes("SELECT row_to_json(u) FROM " + all + " u");
    assertThatText("SELECT count(u.*) FROM users u WHERE level = 1")
        .becomes("SELECT count(u.*) FROM " + all + " u WHERE level = 1");
    assertThatText("SELECT (u).level FROM users u").becomes("SELECT (u).level FROM " + all + " u");
    assertThatText("SELECT x.* FROM users u CROSS JOIN LATERAL (SELECT u.*) x")
        .becomes("SELECT x.* FROM " + all + " u CROSS JOIN LATERAL (SELECT u.*) x");
  }

  @Test
  void lockingClause_isNoWholeRow() {
    assertThatText("SELECT nickname FROM users u FOR UPDATE OF u SKIP LOCKED")
        .becomes("SELECT nickname FROM «users: nickname» u FOR UPDATE OF u SKIP LOCKED");
  }

  @Test
  void wrappedStatements_likePlainOnes() {
    assertThatText("EXPLAIN (ANALYZE, COSTS OFF) SELECT level FROM users")
        .becomes("EXPLAIN (ANALYZE, COSTS OFF) SELECT level FROM «users: level» users");
    assertThatText("PREPARE p (int) AS SELECT level FROM users WHERE id = $1")
        .becomes("PREPARE p (int) AS SELECT level FROM «users: id, level» users WHERE id = $1");
    assertThatText("DECLARE c CURSOR WITH HOLD FOR SELECT level FROM users")
        .becomes("DECLARE c CURSOR WITH HOLD FOR SELECT level FROM «users: level» users");
    assertThatText("CREATE TABLE t AS SELECT level FROM users")
        .becomes("CREATE TABLE t AS SELECT level FROM «users: level» users");
  }

  @Test
  void severalStatements_areAllSeen() {
    assertThatText("SELECT level FROM users; SELECT discount FROM orders")
        .becomes(
            "SELECT level FROM «users: level» users; SELECT discount FROM «orders: discount»"
                + " orders");
  }

  @Test
  void parameters_inTheSample_keepTheirPlace() {
    assertThatText("SELECT level FROM users TABLESAMPLE bernoulli(?) WHERE id = ?")
        .becomes(
            "SELECT level FROM (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int)))"
                + " lacuna_d(\"level\") CROSS JOIN LATERAL (SELECT lacuna_t.\"id\", \"level\" FROM"
                + " users lacuna_t TABLESAMPLE bernoulli(?)) lacuna_s) users WHERE id = ?")
        .withParametersInOrder();
    assertThatText("SELECT level FROM users AS u TABLESAMPLE system(1) REPEATABLE (2)")
        .becomes(
            "SELECT level FROM (SELECT lacuna_s.* FROM (VALUES (CAST(1 AS int)))"
                + " lacuna_d(\"level\") CROSS JOIN LATERAL (SELECT \"level\" FROM users lacuna_t"
                + " TABLESAMPLE system(1) REPEATABLE (2)) lacuna_s) AS u");
  }
}
