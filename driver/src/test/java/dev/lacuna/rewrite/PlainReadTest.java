package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of one table that show missing columns, and do nothing else with them. */
class PlainReadTest {

  private static final String ORDER = "ORDER BY '' LIKE '' ESCAPE `nick`";

  private static DeclaredColumns declared(String type) throws SQLException {
    Map<String, String> url =
        Map.of("lacuna.columns", "users.nick " + type + "; users.level int not null default 1");
    return Declarations.read(
        Options.of(url, new Properties(), new Properties()),
        Dialect.MYSQL,
        new ClassLoader(null) {});
  }

  private static String sent(Engine engine, String type, String sql) throws Exception {
    DeclaredColumns declared = declared(type);
    TableShape users =
        new TableShape(
            true,
            true,
            0,
            List.of(
                new TableShape.Column("id", "int", true),
                new TableShape.Column("name", "varchar(40)", true)),
            List.of("id"),
            declared.ofTablesNamed("users"));
    Translator translator = new Translator(declared, engine, Dialect.MYSQL, Star.SERVER);
    Analysis.Relevant relevant = (Analysis.Relevant) translator.analyse(sql);
    return translator
        .translate(
            relevant,
            GeneratedKeys.NONE,
            path -> path.equals(List.of("users")) ? users : TableShape.ABSENT)
        .sql();
  }

  private static String sent(String sql) throws Exception {
    return sent(Engine.MYSQL, "varchar(40)", sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id, nick FROM users WHERE id = ?|SELECT id, @ FROM users WHERE id = ? #",
        "SELECT u.nick, u.id FROM users AS u|SELECT @, u.id FROM users AS u #",
        "SELECT nick FROM users ORDER BY id DESC LIMIT 3"
            + "|SELECT @ FROM users ORDER BY id DESC, '' LIKE '' ESCAPE `nick` LIMIT 3",
        "SELECT nick FROM users LIMIT ?, ? FOR UPDATE"
            + "|SELECT @ FROM users # LIMIT ?, ? FOR UPDATE",
        "SELECT nick FROM users WHERE id = 1 FOR SHARE OF users SKIP LOCKED"
            + "|SELECT @ FROM users WHERE id = 1 # FOR SHARE OF users SKIP LOCKED",
        "SELECT id, nick FROM users LOCK IN SHARE MODE"
            + "|SELECT id, @ FROM users # LOCK IN SHARE MODE",
        "SELECT nick FROM users -- all|SELECT @ FROM users # -- all",
      },
      quoteCharacter = '\0')
  void whatIsOnlyShown_isAConstant_andNoColumn(String sql, String expected) throws Exception {
    assertThat(sent(sql))
        .isEqualTo(expected.replace("@", "CAST(NULL AS CHAR(40)) AS `nick`").replace("#", ORDER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id, nick FROM users WHERE nick = 'a'",
        "SELECT nick, nick FROM users",
        "SELECT id, Nick FROM users",
        "SELECT nick AS n FROM users",
        "SELECT id AS nick, nick FROM users",
        "SELECT id 'Nick', nick FROM users",
        "SELECT nick, level FROM users",
        "SELECT o.nick FROM users u",
        "SELECT count(*), nick FROM users",
        "SELECT DISTINCT nick FROM users",
        "SELECT nick FROM users GROUP BY id",
        "SELECT nick FROM users HAVING id > 1",
        "SELECT nick FROM users u JOIN orders o ON o.id = u.id",
        "SELECT nick FROM users, orders",
        "SELECT nick FROM users USE INDEX (a)",
        "SELECT nick FROM users PARTITION (p0)",
        "SELECT nick FROM users UNION SELECT 'a'",
        "SELECT nick FROM users WHERE id IN (SELECT id FROM orders)",
        "SELECT nick FROM users INTO @a",
        "SELECT (SELECT nick FROM users LIMIT 1)",
        "INSERT INTO orders (id) SELECT nick FROM users",
      })
  void everythingElse_hasADerivedTable(String sql) throws Exception {
    assertThat(sent(sql)).contains("JSON_TABLE").doesNotContain("ESCAPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(40)|CHAR(40)",
        "varchar(40) COLLATE utf8mb4_0900_ai_ci|CHAR(40)",
        "bigint|SIGNED",
        "BIGINT UNSIGNED|UNSIGNED",
        "decimal(10,2)|decimal(10,2)",
        "datetime(6)|datetime(6)",
        "date|date",
        "varbinary(16)|BINARY(16)",
      })
  void typesThatCastMakes_areConstants(String type, String cast) throws Exception {
    assertThat(sent(Engine.MYSQL, type, "SELECT nick FROM users"))
        .startsWith("SELECT CAST(NULL AS " + cast + ") AS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "char(5)",
        "text",
        "varchar(4000)",
        "varchar(4) COLLATE latin1_bin",
        "timestamp",
        "tinyint(1)",
        "varchar(4) default 'x'",
        "bigint not null default 1",
        "bigint(20)"
      })
  void otherTypes_areReadFromJson(String type) throws Exception {
    assertThat(sent(Engine.MYSQL, type, "SELECT nick FROM users")).contains("JSON_TABLE");
  }

  @Test
  void bigint_onMariaDb_isReadFromJson() throws Exception {
    assertThat(sent(Engine.MARIADB, "bigint", "SELECT nick FROM users")).contains("JSON_TABLE");
  }
}
