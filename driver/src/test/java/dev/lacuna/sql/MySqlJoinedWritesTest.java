package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Dialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The writes of MySQL and MariaDB that name several tables. */
class MySqlJoinedWritesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE a JOIN b ON a.i = b.i SET a.x = 1 | a JOIN b ON a.i = b.i | 1 | none | a b",
        "UPDATE a, b SET x = 1, b.y = 2 WHERE x = 3 | a, b | 2 | x = 3 | a b",
        "UPDATE IGNORE (a, b) LEFT JOIN c USING (i) SET x = 1 | (a, b) LEFT JOIN c USING (i) | 1 | none | a b c",
        "UPDATE a JOIN (SELECT i FROM b) s SET a.x = s.i | a JOIN (SELECT i FROM b) s | 1 | none | b a",
        "WITH c AS (SELECT 1) UPDATE a JOIN c SET a.x = 1 | a JOIN c | 1 | none | a",
      })
  void update_ofSeveralTables_isRead(
      String sql, String from, int assignments, String where, String tables) throws Exception {
    Tokens tokens = Tokens.of(sql, Dialect.MYSQL);
    SqlStatement statement = SqlParser.parse(tokens).get(0);
    Block.JoinedWrite write = (Block.JoinedWrite) statement.blocks().get(statement.body());

    assertThat(tokens.text(write.from())).isEqualTo(from);
    assertThat(write.assignments()).hasSize(assignments);
    assertThat(text(tokens, write.where())).isEqualTo(where);
    assertThat(statement.tables())
        .extracting(TableReference::table)
        .containsExactlyInAnyOrder(tables.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE a FROM a JOIN b ON a.i = b.i | a | a JOIN b ON a.i = b.i | none",
        "DELETE LOW_PRIORITY QUICK IGNORE a.*, s.b FROM a, s.b WHERE i = 1 | a.*; s.b | a, s.b | i = 1",
        "DELETE FROM a, b USING a JOIN b USING (i) WHERE x = 2 | a; b | a JOIN b USING (i) | x = 2",
        "DELETE a FROM a WHERE a.i = 1 | a | a | a.i = 1",
        "DELETE FROM a USING a | a | a | none",
      })
  void delete_fromSeveralTables_isRead(String sql, String deleted, String from, String where)
      throws Exception {
    Tokens tokens = Tokens.of(sql, Dialect.MYSQL);
    SqlStatement statement = SqlParser.parse(tokens).get(0);
    Block.JoinedWrite write = (Block.JoinedWrite) statement.blocks().get(statement.body());

    assertThat(write.deleted().stream().map(tokens::text)).containsExactly(deleted.split("; ", -1));
    assertThat(tokens.text(write.from())).isEqualTo(from);
    assertThat(text(tokens, write.where())).isEqualTo(where);
    assertThat(statement.kind()).isEqualTo(SqlStatement.Kind.WRITE);
  }

  private static String text(Tokens tokens, @Nullable Range range) {
    return range == null ? "none" : tokens.text(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE a JOIN b ON a.i = b.i",
        "UPDATE SET x = 1",
        "DELETE a JOIN b",
        "DELETE FROM a JOIN b ON a.i = b.i",
        "DELETE 1 FROM a",
        "DELETE a FROM",
      })
  void brokenWrite_isRefused(String sql) {
    Tokens tokens = Tokens.of(sql, Dialect.MYSQL);

    assertThatThrownBy(() -> SqlParser.parse(tokens)).isInstanceOf(UnsupportedSqlException.class);
  }
}
