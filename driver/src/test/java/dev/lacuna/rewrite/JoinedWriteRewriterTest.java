package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.Options;
import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Writes to several tables of MySQL and MariaDB, while {@code users} lacks a column. */
class JoinedWriteRewriterTest {

  private static final String JOINED =
      " JOIN (SELECT (SELECT lacuna_c FROM JSON_TABLE('{}', '$' COLUMNS (lacuna_c varchar(40) PATH"
          + " '$.x')) lacuna_j) AS `Nickname` LIMIT 1) lacuna_d0 ON `Nickname` IS NULL OR TRUE)";

  private static final DeclaredColumns DECLARED = declared();

  private static final TableShapes TABLES =
      path -> {
        String table = path.get(path.size() - 1);
        List<TableShape.Column> columns =
            List.of(
                new TableShape.Column("id", "id", "int", true),
                new TableShape.Column(table + "_name", table + "_Name", "varchar(40)", true));
        return new TableShape(true, true, 0, columns, List.of("id"), DECLARED.ofTablesNamed(table));
      };

  private static DeclaredColumns declared() {
    try {
      Map<String, String> url = Map.of("lacuna.columns", "users.Nickname varchar(40)");
      return Declarations.read(
          Options.of(url, new Properties(), new Properties()),
          Dialect.MYSQL,
          new ClassLoader(null) {});
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Translation translate(String sql) throws Exception {
    Translator translator = new Translator(DECLARED, Engine.MARIADB, Dialect.MYSQL, Star.SERVER);
    return translator.translate(
        (Analysis.Relevant) translator.analyse(sql), GeneratedKeys.NONE, TABLES);
  }

  private static String sent(String sql) throws Exception {
    return translate(sql).sql();
  }

  @Test
  void update_qualifiedColumn_isTheRows() throws Exception {
    assertThat(
            sent(
                "UPDATE users u JOIN orders o ON o.id = u.id SET o.orders_name = u.nickname"
                    + " WHERE nickname IS NULL"))
        .isEqualTo(
            "UPDATE (users u"
                + JOINED
                + " JOIN orders o ON o.id = u.id SET o.orders_name = lacuna_d0.nickname"
                + " WHERE nickname IS NULL");
  }

  @Test
  void update_assignedColumn_goesAndItsValueIsTypedInTheCondition() throws Exception {
    assertThat(
            sent("UPDATE users u, orders o SET nickname = ?, o.orders_name = ? WHERE o.id = u.id"))
        .isEqualTo(
            "UPDATE (users u"
                + JOINED
                + ", orders o SET o.orders_name = ?, u.`users_Name` = u.`users_Name` WHERE (o.id ="
                + " u.id) AND CASE WHEN TRUE THEN TRUE ELSE (?) IS NULL END");
  }

  @Test
  void update_tableThatLosesAllItsAssignments_isTouched() throws Exception {
    assertThat(
            sent("UPDATE users AS u JOIN orders o USING (id) SET u.nickname = DEFAULT, o.id = 1"))
        .isEqualTo(
            "UPDATE (users AS u"
                + JOINED
                + " JOIN orders o USING (id) SET o.id = 1, u.`users_Name` = u.`users_Name`");
  }

  @Test
  void delete_bothForms_keepTheirNames() throws Exception {
    assertThat(sent("DELETE u.* FROM users u JOIN orders o ON o.id = u.nickname"))
        .isEqualTo(
            "DELETE u.* FROM (users u" + JOINED + " JOIN orders o ON o.id = lacuna_d0.nickname");
    assertThat(sent("DELETE FROM users USING orders LEFT JOIN users ON nickname = 'x'"))
        .isEqualTo(
            "DELETE FROM users USING orders LEFT JOIN (users" + JOINED + " ON nickname = 'x'");
  }

  @Test
  void write_ofOneStatement_isProvenByTheServersRefusal() throws Exception {
    Translation translation = translate("DELETE o FROM orders o JOIN users u ON u.nickname = o.id");

    assertThat(translation.proof()).isEqualTo(Translation.Proof.REFUSAL);
    assertThat(translation.guards()).hasSize(1);
    assertThat(translation.vanishes()).isFalse();
  }

  @Test
  void write_oneOfSeveralStatements_isProvenBefore() throws Exception {
    assertThat(
            translate("UPDATE users u, orders o SET u.nickname = 'x'; DELETE FROM orders").proof())
        .isEqualTo(Translation.Proof.LOCK);
  }

  @Test
  void anotherTablesColumn_isLeftAlone() throws Exception {
    Translator translator = new Translator(DECLARED, Engine.MYSQL, Dialect.MYSQL, Star.SERVER);

    assertThat(translator.analyse("UPDATE orders o JOIN pets p SET o.nickname = p.nickname"))
        .isEqualTo(Analysis.Untouched.INSTANCE);
  }
}
