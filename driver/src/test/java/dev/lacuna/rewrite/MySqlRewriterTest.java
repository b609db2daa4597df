package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.Options;
import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to MySQL and MariaDB while {@code users} lacks two columns, one in the middle. */
class MySqlRewriterTest {

  private static final String NICKNAME =
      "(SELECT lacuna_c0 AS `nickname` FROM JSON_TABLE('{}', '$' COLUMNS (lacuna_c0 varchar(40)"
          + " PATH '$.lacuna_c0')) lacuna_j LIMIT 1)";
  private static final String BOTH =
      "(SELECT lacuna_c0 AS `nickname`, lacuna_c1 AS `level` FROM"
          + " JSON_TABLE(JSON_OBJECT('lacuna_c1', 1), '$' COLUMNS (lacuna_c0 varchar(40) PATH"
          + " '$.lacuna_c0', lacuna_c1 int PATH '$.lacuna_c1')) lacuna_j LIMIT 1)";
  private static final String LEVEL =
      "(SELECT lacuna_c FROM JSON_TABLE(JSON_OBJECT('x', 1), '$' COLUMNS (lacuna_c int PATH"
          + " '$.x')) lacuna_j)";
  private static final String GUARD =
      "(SELECT 1 FROM (SELECT NULL AS `nickname` FROM users ORDER BY '' LIKE '' ESCAPE"
          + " `nickname` LIMIT 0) lacuna_m) IS NULL";
  private static final String REFUSAL =
      "(SELECT NULL AS `nickname` FROM users lacuna_t ORDER BY '' LIKE '' ESCAPE `nickname`"
          + " LIMIT 0)";
  private static final String LEVEL_GUARD = GUARD.replace("nickname", "level");

  private static final DeclaredColumns DECLARED = declared();

  private static final TableShapes TABLES =
      path ->
          path.equals(List.of("users"))
              ? new TableShape(
                  true,
                  true,
                  0,
                  List.of(
                      new TableShape.Column("id", "id", "int", true),
                      new TableShape.Column("name", "Name", "varchar(40)", true)),
                  List.of("id"),
                  DECLARED.ofTablesNamed("users"))
              : TableShape.ABSENT;

  private static DeclaredColumns declared() {
    try {
      Map<String, String> url =
          Map.of(
              "lacuna.columns",
              "users.nickname varchar(40); users.level int not null default 1 after id");
      return Declarations.read(
          Options.of(url, new Properties(), new Properties()),
          Dialect.MYSQL,
          new ClassLoader(null) {});
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Translation translate(Engine engine, String sql)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Translator translator = new Translator(DECLARED, engine, Dialect.MYSQL, Star.SERVER);
    Analysis analysis = translator.analyse(sql);
    if (analysis instanceof Analysis.Unsupported unsupported) {
      throw new UnsupportedSqlException(unsupported.reason());
    }
    return translator.translate((Analysis.Relevant) analysis, GeneratedKeys.ALL, TABLES);
  }

  private static String sent(String sql) throws Exception {
    return translate(Engine.MYSQL, sql).sql();
  }

  private static String read(String items, String row, String lock) {
    return "(SELECT " + items + " FROM " + row + " lacuna_d JOIN users lacuna_t" + lock + ")";
  }

  private static String readNickname(String lock) {
    return read("lacuna_t.`id`, `nickname`", NICKNAME, lock);
  }

  @Test
  void select_missingColumn_joinsARowThatHasIt() throws Exception {
    assertThat(sent("SELECT u.id FROM users u WHERE u.nickname = ?"))
        .isEqualTo("SELECT u.id FROM " + readNickname("") + " u WHERE u.nickname = ?");
  }

  @Test
  void windows_onMariaDb_joinARowThatMayBeSeveral() throws Exception {
    assertThat(
            translate(
                    Engine.MARIADB,
                    "SELECT 1 OVER (), count(level) OVER () FROM users UNION ALL (SELECT 1)")
                .sql())
        .isEqualTo(
            "SELECT 1 OVER (), count(level) OVER () FROM (SELECT `level` FROM (SELECT "
                + LEVEL
                + " AS `level` FROM JSON_TABLE('{}', '$' COLUMNS (lacuna_o FOR ORDINALITY))"
                + " lacuna_r LIMIT 1) lacuna_d JOIN users lacuna_t) users UNION ALL (SELECT 1)");
  }

  /** The hint stands by the table, and the limit by the end, but for the lock. */
  @Test
  void windowsBesideAll_onMariaDb_readATableThatIsNotMerged() throws Exception {
    String query = "SELECT count(level) OVER () FROM users%s WHERE level > ALL (SELECT 1)%s";
    assertThat(
            translate(
                    Engine.MARIADB, query.formatted(" USE INDEX (PRIMARY)", " LOCK IN SHARE MODE"))
                .sql())
        .contains(
            " JOIN users lacuna_t USE INDEX (PRIMARY) LIMIT 18446744073709551615"
                + " LOCK IN SHARE MODE) users WHERE level > ALL");
    assertThat(translate(Engine.MYSQL, query.formatted("", "")).sql())
        .contains(" lacuna_d JOIN users lacuna_t) users WHERE level > ALL");
  }

  @Test
  void hintInASubSelectWithAnOuterJoin_onMariaDb_standsByTheTable() throws Exception {
    assertThat(
            translate(
                    Engine.MARIADB,
                    "SELECT 1 WHERE 1 IN (SELECT level FROM (SELECT 1) a LEFT JOIN users USE INDEX"
                        + " (PRIMARY) ON TRUE)")
                .sql())
        .contains("FROM users lacuna_t USE INDEX (PRIMARY) LEFT JOIN (SELECT ");
  }

  @Test
  void select_onMariaDb_joinsARowWithoutATable() throws Exception {
    assertThat(translate(Engine.MARIADB, "SELECT id, lower(nickname) FROM users").sql())
        .isEqualTo(
            "SELECT id, lower(nickname) FROM (SELECT lacuna_t.`id`, `nickname` FROM (SELECT (SELECT"
                + " lacuna_c FROM JSON_TABLE('{}', '$' COLUMNS (lacuna_c varchar(40) PATH"
                + " '$.x')) lacuna_j) AS `nickname` LIMIT 1) lacuna_d JOIN users lacuna_t) users");
  }

  @Test
  void star_thatCannotBeCompleted_hasEachColumnAtItsPlace() throws Exception {
    assertThat(sent("SELECT * FROM users UNION SELECT 1, 2, 3, 4"))
        .isEqualTo(
            "SELECT * FROM "
                + read("lacuna_t.`id`, `level`, lacuna_t.`Name`, `nickname`", BOTH, "")
                + " users UNION SELECT 1, 2, 3, 4");
  }

  @Test
  void star_atTheEnd_isSentAsItIs() throws Exception {
    Translation translation = translate(Engine.MYSQL, "SELECT * FROM users");

    assertThat(translation.sql()).isEqualTo("SELECT * FROM users");
    assertThat(translation.star())
        .isEqualTo(
            new StarShape(
                0, 0, DECLARED.ofTablesNamed("users"), DECLARED.ofTablesNamed("users"), true));
  }

  @Test
  void hintsAndPartitions_moveInside() throws Exception {
    assertThat(sent("SELECT nickname FROM users PARTITION (p0) AS u USE INDEX FOR JOIN (a)"))
        .isEqualTo(
            "SELECT nickname FROM (SELECT `nickname` FROM "
                + NICKNAME
                + " lacuna_d JOIN users PARTITION (p0) lacuna_t USE INDEX FOR JOIN (a)) AS u");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOR UPDATE| FOR UPDATE OF lacuna_t| FOR UPDATE",
        "FOR SHARE NOWAIT| FOR SHARE OF lacuna_t NOWAIT| FOR SHARE NOWAIT",
        "FOR UPDATE OF u SKIP LOCKED| FOR UPDATE OF lacuna_t SKIP LOCKED|",
        "FOR UPDATE OF u, o| FOR UPDATE OF lacuna_t| FOR UPDATE OF o",
        "FOR SHARE OF o||FOR SHARE OF o",
        "LOCK IN SHARE MODE| LOCK IN SHARE MODE| LOCK IN SHARE MODE",
      })
  void lockingClause_locksInside(String clause, String inside, String outside) throws Exception {
    String lock = inside == null ? "" : " " + inside;

    assertThat(sent("SELECT u.id, u.nickname FROM users u JOIN orders o " + clause).strip())
        .isEqualTo(
            "SELECT u.id, u.nickname FROM "
                + readNickname(lock)
                + " u JOIN orders o"
                + (outside == null ? "" : " " + outside));
  }

  @Test
  void groupBy_theKey_groupsByTheMissingColumnToo() throws Exception {
    assertThat(sent("SELECT u.id, u.nickname FROM users u GROUP BY u.id"))
        .isEqualTo(
            "SELECT u.id, u.nickname FROM "
                + readNickname("")
                + " u GROUP BY u.id, `u`.`nickname`");
  }

  @Test
  void update_missingColumn_isTakenOut_andGuarded() throws Exception {
    Translation translation =
        translate(Engine.MYSQL, "UPDATE users SET nickname = ?, name = ? WHERE id = ? LIMIT 1");

    assertThat(translation.sql())
        .isEqualTo(
            "UPDATE users SET name = ? WHERE (id = ?) AND "
                + GUARD
                + " AND CASE WHEN TRUE THEN TRUE ELSE (?) IS NULL END LIMIT 1");
    assertThat(translation.parameters()).hasToString("[2, 3, 1]");
    assertThat(translation.proof()).isEqualTo(Translation.Proof.REFUSAL);
    assertThat(translation.guards().stream().map(Guard::probe))
        .containsExactly(
            "SELECT (SELECT (SELECT `nickname` FROM (SELECT 1 AS lacuna_c) lacuna_o LEFT JOIN"
                + " users ON FALSE) FROM (SELECT 1 AS `nickname`) lacuna_g) IS NOT NULL");
  }

  @Test
  void update_withoutACondition_isGuardedBeforeItsOrder() throws Exception {
    assertThat(
            sent("UPDATE LOW_PRIORITY users u SET u.name = u.level ORDER BY u.level, id LIMIT 2"))
        .isEqualTo(
            "UPDATE LOW_PRIORITY users u SET u.name = "
                + LEVEL
                + " WHERE "
                + LEVEL_GUARD
                + " ORDER BY "
                + LEVEL
                + ", id LIMIT 2");
  }

  @Test
  void delete_missingColumn_readsItsDefault() throws Exception {
    assertThat(sent("DELETE QUICK FROM users WHERE level = 1 ORDER BY id LIMIT 1"))
        .isEqualTo(
            "DELETE QUICK FROM users WHERE ("
                + LEVEL
                + " = 1) AND "
                + LEVEL_GUARD
                + " ORDER BY id LIMIT 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO users (name, nickname) VALUES (?, 'n')"
            + "|INSERT INTO users (name) VALUES (IF(TRUE, ?, CASE WHEN ('n') IS NULL THEN « END))",
        "INSERT IGNORE users (nickname, name) VALUE (NULL, DEFAULT), (NULL, 'a')"
            + "|INSERT IGNORE users (name) VALUES (DEFAULT), (IF(TRUE, 'a',"
            + " CASE WHEN (NULL) IS NULL AND (NULL) IS NULL THEN « END))",
        "REPLACE INTO users SET name = 'a', nickname = ?"
            + "|REPLACE INTO users SET name = IF(TRUE, 'a', »?)",
        "INSERT INTO users (name, level, nickname) VALUES ('a', DEFAULT, ?)"
            + "|INSERT INTO users (name) VALUES (IF(TRUE, 'a', COALESCE(»?, "
            + "(SELECT NULL AS `level` FROM users lacuna_t ORDER BY '' LIKE '' ESCAPE `level` LIMIT 0))))",
        "INSERT INTO users (name, nickname) SELECT o.note, ? FROM orders o ORDER BY o.id|INSERT"
            + " INTO users (name) SELECT CASE WHEN » AND CASE WHEN TRUE THEN TRUE ELSE (?) IS NULL"
            + " END THEN o.note END FROM orders o ORDER BY o.id",
        "INSERT INTO users (id, nickname) VALUES (1, 'n') ON DUPLICATE KEY UPDATE nickname ="
            + " VALUES(nickname)|INSERT INTO users (id) VALUES (IF(TRUE, 1, CASE WHEN ('n') IS NULL"
            + " THEN « END)) ON DUPLICATE KEY UPDATE `name` = users.`name`",
        "INSERT INTO users (id, nickname) VALUES (1, 'n') AS r ON DUPLICATE KEY UPDATE name ="
            + " upper(r.nickname), nickname = ?|INSERT INTO users (id) VALUES (IF(TRUE, 1, CASE"
            + " WHEN ('n') IS NULL AND (?) IS NULL THEN « END)) AS r ON DUPLICATE KEY UPDATE name ="
            + " upper(\u00a7)",
      },
      quoteCharacter = '\0')
  void insert_missingColumn_isTakenOut_andAValueGuarded(String sql, String expected)
      throws Exception {
    String typed =
        "(SELECT lacuna_c FROM JSON_TABLE(JSON_OBJECT('x', ('n')), '$' COLUMNS (lacuna_c"
            + " varchar(40) PATH '$.x')) lacuna_j)";
    String beside = REFUSAL.replace("'' LIKE", "((?) IS NULL) LIKE");
    assertThat(sent(sql))
        .isEqualTo(
            expected
                .replace("»?", beside)
                .replace("«", REFUSAL)
                .replace("»", GUARD)
                .replace("\u00a7", typed));
  }

  @Test
  void insert_ofSeveralMissingColumns_isRefusedForEach() throws Exception {
    assertThat(sent("INSERT INTO users (name, nickname, level) VALUES ('a', DEFAULT, DEFAULT)"))
        .isEqualTo(
            "INSERT INTO users (name) VALUES (IF(TRUE, 'a', COALESCE("
                + REFUSAL
                + ", "
                + REFUSAL.replace("nickname", "level")
                + ")))");
  }

  @Test
  void insert_withoutAList_leavesTheCountToTheServer() throws Exception {
    assertThat(sent("INSERT INTO users VALUES (1, 2, 'a', 'n')"))
        .startsWith("INSERT INTO users VALUES (IF(TRUE, 1, CASE WHEN (2) IS NULL AND ('n') IS NULL")
        .endsWith(" END), 'a')");
  }

  @Test
  void insert_ofMissingColumnsAlone_isProvenBefore() throws Exception {
    Translation translation = translate(Engine.MYSQL, "INSERT INTO users (nickname) VALUES ('n')");

    assertThat(translation.sql()).isEqualTo("INSERT INTO users () VALUES ()");
    assertThat(translation.proof()).isEqualTo(Translation.Proof.LOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO users (nickname) VALUES (?)",
        "INSERT INTO users (nickname) SELECT note FROM orders",
        "DELETE FROM users WHERE name = (SELECT nickname FROM (SELECT 1) x) LIMIT 1",
      })
  void whatHasNoPlaceForTheGuard_isUnsupported(String sql) {
    assertThatThrownBy(() -> translate(Engine.MARIADB, sql))
        .isInstanceOf(UnsupportedSqlException.class);
  }

  @Test
  void itemWithoutLabel_keepsItsText() throws Exception {
    assertThat(sent("SELECT (SELECT nickname FROM users), NickName, u.id + 1 n FROM users u"))
        .contains(") lacuna_d JOIN users lacuna_t) users) AS `(SELECT nickname FROM users)`,")
        .contains(" NickName AS `NickName`, u.id + 1 n FROM ");
  }

  @Test
  void defaultFunction_isWhatTheColumnShows() throws Exception {
    assertThat(sent("SELECT DEFAULT(level) FROM users u"))
        .startsWith("SELECT (level) AS `DEFAULT(level)` FROM (");
    assertThat(sent("UPDATE users SET id = DEFAULT(level)"))
        .startsWith("UPDATE users SET id = " + LEVEL + " WHERE ");
  }

  @Test
  void update_readsWhatWasAssignedFurtherLeft() throws Exception {
    assertThat(sent("UPDATE users SET level = level + ?, id = level, level = 2, name = level"))
        .startsWith(
            "UPDATE users SET id = " + asLevel(LEVEL + " + ?") + ", name = " + asLevel("2"));
    assertThat(sent("UPDATE users SET id = level, level = 2 WHERE level = 1"))
        .startsWith("UPDATE users SET id = " + LEVEL + " WHERE (" + LEVEL + " = 1) AND ");
  }

  /** The value as it is when it has been stored. */
  private static String asLevel(String value) {
    return "(SELECT lacuna_c FROM (SELECT ("
        + value
        + ") AS lacuna_v) lacuna_w, JSON_TABLE(JSON_OBJECT('x', (lacuna_v)), '$' COLUMNS"
        + " (lacuna_c int PATH '$.x')) lacuna_j)";
  }

  @Test
  void update_readsBehindAChangeOfWhatWasAssigned_hasNoAnswer() {
    assertThatThrownBy(() -> sent("UPDATE users SET nickname = name, name = 'x', id = nickname"))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("nickname");
  }

  @Test
  void duplicateKey_readsTheInsertedValue() throws Exception {
    assertThat(
            sent(
                "INSERT INTO users (id, nickname) VALUES (1, 'x') ON DUPLICATE KEY UPDATE"
                    + " name = COALESCE(VALUES(nickname), name)"))
        .contains(" ON DUPLICATE KEY UPDATE name = COALESCE((SELECT lacuna_c FROM JSON_TABLE(")
        .endsWith(", name)");
  }
}
