package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that only look like the column's, in reads and in writes. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id /* nickname */, 'nickname' FROM users -- nickname",
        "SELECT id AS nickname FROM users",
        "SELECT nickname(1) FROM users",
        "SELECT $$nickname$$, $a$nickname$a$, E'\\'nickname' FROM users",
        "SELECT \"NICKNAME\" FROM users",
        "SELECT id FROM users ORDER BY id",
        "SELECT CAST(id AS nickname) FROM users",
        "SELECT nicknames FROM users",
      })
  void select_nameElsewhere_staysAsItIs(String sql) {
    assertThatText(sql).staysAsItIs();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET name = 'nickname'",
        "UPDATE users SET name = nickname(name)",
        "UPDATE users SET name = x.nickname FROM pets x",
        "UPDATE users SET name = v.nickname FROM (VALUES (1, 'a')) AS v(id, nickname)",
        "UPDATE users SET name = v.nickname FROM unnest(?, ?) v(id, nickname) WHERE v.id = 1",
        "UPDATE users SET name = nickname.name FROM pets nickname",
        "UPDATE users SET name = (SELECT max(nickname) FROM pets)",
        "UPDATE users SET name = (SELECT name nickname FROM pets LIMIT 1)",
        "UPDATE users SET name = 'x' WHERE id IN (SELECT a.id FROM pets a JOIN pets b USING (nickname))",
        "UPDATE users SET name = c.nickname FROM (WITH c(nickname) AS (VALUES ('x')) TABLE c) c",
        "WITH v(nickname) AS (VALUES ('x')) UPDATE users SET name = v.nickname FROM v",
        "UPDATE users SET name = f(nickname => 1, nickname := 2)",
        "UPDATE users SET name = id::nickname, email = CAST(id AS nickname)",
        "UPDATE users SET name = nickname 'literal of a type'",
        "UPDATE users SET name = extract(year FROM now())",
        "UPDATE users SET name = (SELECT u.nickname FROM pets u)",
        "UPDATE users SET name = 'x' WHERE id IN (SELECT id FROM pets ORDER BY id)",
        "DELETE FROM users USING (SELECT 1 AS nickname) s WHERE s.nickname = users.id",
        "INSERT INTO users (name) SELECT nickname FROM pets",
        "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
      })
  void write_nameElsewhere_staysAsItIs(String sql) {
    assertThatText(sql).staysAsItIs();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nickname",
        "users.nickname",
        "\"nickname\"",
        "NICKNAME",
        "public.users.nickname",
      })
  void update_reference_readsDefault(String reference) {
    assertThatText("UPDATE users SET name = " + reference)
        .becomes("UPDATE users SET name = CAST(NULL AS varchar(40)) WHERE «no users.nickname»")
        .guardedInTheText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coalesce(%s, 'x')",
        "CASE WHEN %s IS NULL THEN %s ELSE %s END",
        "overlay('abc' PLACING %s FROM 1)",
        "trim(LEADING %s FROM name)",
        "position('a' IN %s)",
        "name OPERATOR(pg_catalog.||) %s",
        "f(VARIADIC %s)",
        "name || %s COLLATE \"C\"",
        "x SIMILAR TO %s",
        "(SELECT name WHERE x BETWEEN SYMMETRIC %s AND 2)::text",
        "(%s, 1) IS NOT DISTINCT FROM (%s, 2)",
        "jsonb ?? %s",
        "now() AT TIME ZONE %s",
        "array[%s, %s]",
      })
  void update_expression_readsDefault(String expression) {
    String there = expression.replace("%s", "users.nickname");
    String missing = expression.replace("%s", "CAST(NULL AS varchar(40))");

    assertThatText("UPDATE users SET name = " + there)
        .becomes("UPDATE users SET name = " + missing + " WHERE «no users.nickname»");
    if (!expression.contains("SELECT")) {
      assertThatText("UPDATE users SET name = " + expression.replace("%s", "nickname"))
          .becomes("UPDATE users SET name = " + missing + " WHERE «no users.nickname»");
    }
  }

  @Test
  void subscript_ofTheDefault_isInParentheses() {
    assertThatText("UPDATE users SET name = tags[1]")
        .becomes("UPDATE users SET name = (CAST(NULL AS text[]))[1] WHERE «no users.tags»");
  }

  @Test
  void keyword_isAColumnInQuotesOnly() {
    assertThatText(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT id FROM pets ORDER BY id)"
                + " AND \"order\" = 1")
        .becomes(
            "UPDATE users SET name = 'x' WHERE (id IN (SELECT id FROM pets ORDER BY id) AND CAST("
                + "NULL AS int) = 1) AND «no users.order»");
    assertThatText("SELECT \"order\" FROM users ORDER BY id")
        .becomes("SELECT \"order\" FROM «users: id, order» users ORDER BY id");
  }

  @Test
  void columnThatIsAWordOfSql_isFoundWhereItIsNone() {
    assertThatText("UPDATE users SET name = extract(year FROM now()) WHERE year = 1")
        .becomes(
            "UPDATE users SET name = extract(year FROM now()) WHERE (CAST(NULL AS int) = 1) AND"
                + " «no users.year»");
  }

  @Test
  void subSelect_nameWithoutQualifier_isLeftToTheServer() {
    assertThatText(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT owner FROM pets WHERE level = 1)")
        .becomes(
            "UPDATE users SET name = 'x' WHERE (id IN (SELECT lacuna_x.* FROM (SELECT CAST(1 AS"
                + " int) AS \"level\") lacuna_d CROSS JOIN LATERAL (SELECT owner FROM pets WHERE"
                + " level = 1) lacuna_x)) AND «no users.level»");
  }

  @Test
  void subSelect_nameInAJoinBeforeATableThatHasIt_isLeftToTheServer() {
    assertThatText(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT p.id FROM pets p JOIN orders o ON"
                + " nickname = 'a' WHERE nickname = 'b')")
        .becomes(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT p.id FROM pets p JOIN orders o ON"
                + " nickname = 'a' WHERE nickname = 'b')");
    assertThatText(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT p.id FROM orders o JOIN orders q ON"
                + " nickname = 'a' JOIN pets p ON p.id = o.id WHERE nickname = 'b')")
        .becomes(
            "UPDATE users SET name = 'x' WHERE (id IN (SELECT lacuna_x.* FROM (SELECT CAST(NULL"
                + " AS varchar(40)) AS \"nickname\") lacuna_d CROSS JOIN LATERAL (SELECT p.id FROM"
                + " orders o JOIN orders q ON nickname = 'a' JOIN pets p ON p.id = o.id WHERE"
                + " nickname = 'b') lacuna_x)) AND «no users.nickname»");
    assertThatText(
            "UPDATE users SET name = 'x' WHERE id IN (SELECT p.id FROM pets p JOIN (SELECT"
                + " nickname AS n) q ON n = 'a')")
        .becomes(
            "UPDATE users SET name = 'x' WHERE (id IN (SELECT lacuna_x.* FROM (SELECT CAST(NULL"
                + " AS varchar(40)) AS \"nickname\") lacuna_d CROSS JOIN LATERAL (SELECT p.id FROM"
                + " pets p JOIN (SELECT nickname AS n) q ON n = 'a') lacuna_x)) AND «no"
                + " users.nickname»");
  }

  @Test
  void subSelect_overACte_isLeftToTheServer() {
    assertThatText(
            "WITH c AS (SELECT 1 AS k) DELETE FROM users WHERE EXISTS (TABLE c UNION SELECT"
                + " k FROM c WHERE tags IS NULL AND level = k)")
        .becomes(
            "WITH c AS (SELECT 1 AS k) DELETE FROM users WHERE (EXISTS (SELECT lacuna_x.* FROM"
                + " (SELECT CAST(1 AS int) AS \"level\", CAST(NULL AS text[]) AS \"tags\")"
                + " lacuna_d CROSS JOIN LATERAL (TABLE c UNION SELECT k FROM c WHERE tags IS NULL"
                + " AND level = k) lacuna_x)) AND «no users.level» AND «no users.tags»");
  }

  @Test
  void subSelect_qualifiedName_readsDefault() {
    assertThatText(
            "DELETE FROM users WHERE id IN (SELECT owner FROM pets WHERE kind = users.nickname)")
        .becomes(
            "DELETE FROM users WHERE (id IN (SELECT owner FROM pets WHERE kind = CAST(NULL AS"
                + " varchar(40)))) AND «no users.nickname»");
  }

  @Test
  void subSelect_aliasOfTheTargetsName_hidesIt() {
    assertThatText(
            "DELETE FROM users WHERE id IN (SELECT 1 FROM (SELECT 1 AS level) users WHERE"
                + " users.level = 1)")
        .staysAsItIs();
  }

  @Test
  void nameInTwoTables_isAmbiguous() {
    assertThatText("UPDATE users SET name = nickname FROM pets WHERE owner = users.id")
        .hasNoAnswer("42702", "\"nickname\" is ambiguous, as \"pets\" has it too");
  }
}
