package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import dev.lacuna.schema.TableShape;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An error tells of a column that the translation named, and of none that the application did. */
class StaleSignsTest {

  private static final String SQL = "UPDATE users SET nickname = 'x' WHERE id = 1";
  private static final String REWRITTEN = "UPDATE users SET nick = users.nick WHERE id = 1";

  private final TableKnowledge knowledge =
      new TableKnowledge(
          path ->
              new TableShape(
                  true,
                  true,
                  2,
                  List.of(
                      new TableShape.Column("id", "int", true),
                      new TableShape.Column("nick", "text", true),
                      new TableShape.Column("field", "text", true)),
                  List.of("id"),
                  List.of()),
          Duration.ofMinutes(1));

  private boolean stale(Engine engine, String sql, String sent, SQLException error)
      throws SQLException {
    knowledge.of(List.of("users"));
    return new StaleSigns(engine.errors(), DeclaredColumns.NONE, knowledge)
        .are(sql, Translation.unchanged(sent, null), error);
  }

  private static SQLException postgres(String message) {
    return new SQLException("ERROR: " + message, "42703");
  }

  private static SQLException mysql(String column) {
    return new SQLException("Unknown column '" + column + "' in 'field list'", "42S22", 1054);
  }

  @Test
  void columnThatTheTranslationNamed_isOld() throws SQLException {
    assertThat(
            stale(Engine.POSTGRESQL, SQL, REWRITTEN, postgres("column users.nick does not exist")))
        .isTrue();
    assertThat(
            stale(
                Engine.POSTGRESQL,
                SQL,
                REWRITTEN,
                postgres("column \"nick\" of relation \"users\" does not exist")))
        .isTrue();
    assertThat(stale(Engine.MYSQL, SQL, REWRITTEN, mysql("nick"))).isTrue();
    assertThat(stale(Engine.MYSQL, SQL, REWRITTEN, mysql("users.nick"))).isTrue();
  }

  @Test
  void columnOfTheDerivedTable_isOld() throws SQLException {
    assertThat(
            stale(Engine.POSTGRESQL, SQL, REWRITTEN, postgres("column lacuna_t.x does not exist")))
        .isTrue();
  }

  @Test
  void columnThatTheApplicationNamed_isItsOwnMistake() throws SQLException {
    String sql = "UPDATE users SET nickname = Nick WHERE id = 1";
    assertThat(stale(Engine.POSTGRESQL, sql, REWRITTEN, postgres("column \"nick\" does not exist")))
        .isFalse();
    assertThat(stale(Engine.MYSQL, sql, REWRITTEN, mysql("nick"))).isFalse();
    assertThat(stale(Engine.MYSQL, SQL, REWRITTEN, mysql("color"))).isFalse();
  }

  @Test
  void textThatWasSentAsItCame_namesNothingOfOurs() throws SQLException {
    assertThat(stale(Engine.POSTGRESQL, SQL, SQL, postgres("column users.nick does not exist")))
        .isFalse();
  }

  @Test
  void columnsOutOfBounds_areThoseOfAnOldPreparation() throws SQLException {
    SQLException error =
        new SQLException("out of bounds", "S1000", new ArrayIndexOutOfBoundsException(4));
    assertThat(stale(Engine.MYSQL, SQL, SQL, error)).isTrue();
    assertThat(Engine.MYSQL.errors().mayComeFromAChangedTable(error)).isTrue();
  }

  @Test
  void historyThatIsInsufficient_isAnOldSnapshot() {
    SQLException error =
        new SQLException("(conn=7) InnoDB: insufficient history for index 0", "HY000", 159);
    assertThat(Engine.MARIADB.errors().isSnapshotTooOld(error)).isTrue();
    assertThat(Engine.MARIADB.errors().mayComeFromAChangedTable(error)).isTrue();
  }
}
