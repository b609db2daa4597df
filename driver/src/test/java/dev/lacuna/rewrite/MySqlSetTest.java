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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What MySQL's and MariaDB's assignments, sub-selects and labels make of a missing column. */
class MySqlSetTest {

  private static final String DEFAULT =
      "(SELECT lacuna_c FROM JSON_TABLE(JSON_OBJECT('x', 1), '$' COLUMNS (lacuna_c int PATH"
          + " '$.x')) lacuna_j)";
  private static final String GUARD =
      "(SELECT 1 FROM (SELECT NULL AS `level` FROM Users ORDER BY '' LIKE '' ESCAPE"
          + " `level` LIMIT 0) lacuna_m) IS NULL";

  private static DeclaredColumns declared() throws SQLException {
    Map<String, String> url = Map.of("lacuna.columns", "Users.Level int not null default 1");
    return Declarations.read(
        Options.of(url, new Properties(), new Properties()),
        Dialect.MYSQL,
        new ClassLoader(null) {});
  }

  private static String sent(Engine engine, String sql) throws Exception {
    DeclaredColumns declared = declared();
    Translator translator = new Translator(declared, engine, Dialect.MYSQL, Star.SERVER);
    Analysis analysis = translator.analyse(sql);
    TableShape shape =
        new TableShape(
            true,
            true,
            0,
            List.of(
                new TableShape.Column("id", "id", "int", true),
                new TableShape.Column("name", "Name", "varchar(40)", true)),
            List.of("id"),
            declared.ofTablesNamed("users"));
    return translator
        .translate((Analysis.Relevant) analysis, GeneratedKeys.NONE, path -> shape)
        .sql();
  }

  @Test
  void assignment_behindThatOfAMissingColumn_readsTheNewValue() throws Exception {
    String condition = " WHERE " + GUARD + " AND CASE WHEN TRUE THEN TRUE ELSE (5) IS NULL END";

    assertThat(sent(Engine.MYSQL, "UPDATE Users SET name = level, level = 5"))
        .isEqualTo("UPDATE Users SET name = " + DEFAULT + condition);
    assertThat(sent(Engine.MARIADB, "UPDATE Users SET level = 5, name = level"))
        .isEqualTo(
            "UPDATE Users SET name = IF(TRUE, (SELECT lacuna_c FROM JSON_TABLE(JSON_OBJECT('x', (5)),"
                + " '$' COLUMNS (lacuna_c int PATH '$.x')) lacuna_j), NULL)"
                + condition);
    assertThat(sent(Engine.MYSQL, "UPDATE Users SET level = 5, name = level"))
        .isEqualTo(
            "UPDATE Users SET name = (SELECT lacuna_c FROM (SELECT (5) AS lacuna_v) lacuna_w,"
                + " JSON_TABLE(JSON_OBJECT('x', (lacuna_v)), '$' COLUMNS (lacuna_c int PATH"
                + " '$.x')) lacuna_j)"
                + condition);
  }

  @Test
  void assignment_ofAValueThatChangesMeanwhile_hasNoAnswer() {
    assertThatThrownBy(
            () -> sent(Engine.MYSQL, "UPDATE Users SET level = id, id = id + 9, name = level"))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("columns that change as well");
  }

  @Test
  void nameInASubSelect_onMariaDb_makesItAWriteToJoinedTables() throws Exception {
    String joined =
        "(Users u JOIN (SELECT "
            + DEFAULT
            + " AS `Level` LIMIT 1) lacuna_d0 ON `Level` IS NULL OR TRUE)";

    assertThat(sent(Engine.MARIADB, "UPDATE Users u SET name = (SELECT level FROM (SELECT 1) x)"))
        .isEqualTo("UPDATE " + joined + " SET name = (SELECT level FROM (SELECT 1) x)");
    assertThat(
            sent(Engine.MARIADB, "DELETE FROM Users u WHERE id = (SELECT level FROM (SELECT 1) x)"))
        .isEqualTo("DELETE u FROM " + joined + " WHERE id = (SELECT level FROM (SELECT 1) x)");
  }

  @Test
  void label_isAsTheStatementSpellsIt() throws Exception {
    assertThat(sent(Engine.MARIADB, "SELECT ID, LEVEL, name AS n, Level FROM Users"))
        .startsWith("SELECT ID AS `ID`, LEVEL AS `LEVEL`, name AS n, Level FROM (SELECT ");
  }

  @Test
  void rollup_isGroupedByNothingElse() throws Exception {
    assertThat(sent(Engine.MYSQL, "SELECT id, MAX(level) FROM Users GROUP BY id WITH ROLLUP"))
        .endsWith(" Users GROUP BY id WITH ROLLUP");
    assertThat(sent(Engine.MYSQL, "SELECT id, MAX(level) FROM Users GROUP BY id"))
        .endsWith(" Users GROUP BY id, `Users`.`level`");
  }
}
