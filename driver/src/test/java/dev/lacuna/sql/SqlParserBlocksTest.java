package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blocks of a statement and their clauses. */
class SqlParserBlocksTest {

  private Tokens tokens = Tokens.of("", Dialect.POSTGRESQL);

  private SqlStatement parse(String sql) throws UnsupportedSqlException {
    tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    return SqlParser.parse(tokens).get(0);
  }

  private Block top(String sql) throws UnsupportedSqlException {
    SqlStatement statement = parse(sql);
    return statement.blocks().get(statement.body());
  }

  private String text(@Nullable Range range) {
    return range == null ? "none" : tokens.text(range);
  }

  @Test
  void select_hasItsClauses() throws Exception {
    Block.Select select =
        (Block.Select)
            top(
                "SELECT DISTINCT a, b.*, (c).*, *, 1 x FROM t GROUP BY d, e HAVING f ORDER BY g LIMIT 1");

    assertThat(select.items())
        .extracting(item -> text(item.range()) + " " + item.kind() + " " + item.qualifier())
        .containsExactly(
            "a COLUMN null",
            "b.* TABLE_STAR b",
            "(c).* COMPOSITE_STAR null",
            "* STAR null",
            "1 x COLUMN null");
    assertThat(text(select.groupBy())).isEqualTo("d, e");
    assertThat(text(select.orderBy())).isEqualTo("g");
  }

  @Test
  void select_multiplication_isNoStar() throws Exception {
    Block.Select select = (Block.Select) top("SELECT a * b, count(*), c.d * 2");

    assertThat(select.items()).extracting(SelectItem::isStar).containsOnly(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM a| false| false| false| true",
        "SELECT 1 FROM a LEFT JOIN b ON true| true| false| false| true",
        "SELECT 1 FROM a JOIN b USING (x)| false| true| false| true",
        "SELECT 1 FROM a NATURAL JOIN b| false| true| true| true",
        "SELECT 1 FROM a, f(x)| false| false| false| false",
        "SELECT 1 FROM a, (SELECT 1) b| false| false| false| false",
        "WITH b AS (SELECT 1) SELECT 1 FROM b| false| false| false| false",
      })
  void select_hasAShape(
      String sql, boolean outer, boolean merged, boolean natural, boolean onlyTables)
      throws Exception {
    Block.SelectShape shape = ((Block.Select) top(sql)).shape();

    assertThat(shape)
        .isEqualTo(new Block.SelectShape(false, outer, merged, natural, onlyTables, false));
  }

  @Test
  void setOperation_hasABlockForEachOperand() throws Exception {
    SqlStatement statement = parse("SELECT 1 UNION ALL (SELECT 2) INTERSECT VALUES (3)");

    assertThat(statement.blocks())
        .extracting(block -> text(block.range()))
        .containsExactly("SELECT 1", "SELECT 2", "VALUES (3)");
    assertThat(statement.body()).isZero();
    assertThat(((Block.Select) statement.blocks().get(0)).shape().compound()).isTrue();
  }

  @Test
  void subSelect_seesTheBlockAroundIt() throws Exception {
    SqlStatement statement =
        parse("SELECT (SELECT (SELECT 1)) FROM (SELECT 2) x WHERE EXISTS (SELECT 3)");

    assertThat(statement.blocks()).extracting(Block::parent).containsExactly(-1, 0, 1, 0, 0);
    assertThat(statement.blockAt(0)).isZero();
    assertThat(statement.blockAt(2)).isEqualTo(1);
    assertThat(statement.blockAt(999)).isEqualTo(-1);
  }

  @Test
  void cte_seesNothingOfTheStatementBehindIt() throws Exception {
    assertThat(parse("WITH a AS (SELECT 1) UPDATE b SET c = (SELECT 2)").blocks())
        .extracting(Block::parent)
        .containsExactly(-1, -1, 1);
  }

  @Test
  void subSelectAmongTheOtherTables_doesNotSeeTheTarget() throws Exception {
    assertThat(parse("UPDATE a SET b = 1 FROM (SELECT 1) c").blocks())
        .extracting(Block::parent)
        .containsExactly(-1, -1);
    assertThat(parse("INSERT INTO a VALUES ((SELECT 1)) RETURNING (SELECT 2)").blocks())
        .extracting(Block::parent)
        .containsExactly(-1, -1, 0);
  }

  @Test
  void insert_hasItsParts() throws Exception {
    Block.Insert insert =
        (Block.Insert)
            top(
                "INSERT INTO a (b, \"C\", d[1], e.f) VALUES (1, DEFAULT, x, y), (2, '', z, (1, 2)) ON"
                    + " CONFLICT (b) WHERE p DO UPDATE SET g = 1, (h, i) = ROW (2, 3) WHERE q"
                    + " RETURNING j, *");

    assertThat(insert.columns())
        .extracting(this::text)
        .containsExactly("b", "\"C\"", "d[1]", "e.f");
    assertThat(text(insert.columnList())).isEqualTo("(b, \"C\", d[1], e.f)");
    List<List<Range>> rows = ((InsertSource.Values) insert.source()).rows();
    assertThat(rows.get(0)).extracting(this::text).containsExactly("1", "DEFAULT", "x", "y");
    assertThat(rows.get(1)).extracting(this::text).containsExactly("2", "''", "z", "(1, 2)");
    Conflict conflict = insert.conflict();
    assertThat(conflict).isNotNull();
    assertThat(text(conflict.target())).isEqualTo("(b) WHERE p");
    assertThat(text(conflict.where())).isEqualTo("q");
    assertThat(conflict.assignments())
        .extracting(a -> text(a.range()) + " " + a.row() + " " + text(a.value()))
        .containsExactly("g = 1 false 1", "(h, i) = ROW (2, 3) true ROW (2, 3)");
    Returning returning = Objects.requireNonNull(insert.returning());
    assertThat(text(returning.range())).isEqualTo("RETURNING j, *");
    assertThat(returning.items()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO a DEFAULT VALUES| DEFAULT VALUES| Defaults",
        "INSERT INTO a (b) SELECT 1 RETURNING c| SELECT 1| Query",
        "INSERT INTO a (SELECT 1)| (SELECT 1)| Query",
        "INSERT INTO a WITH c AS (SELECT 1) TABLE c ON CONFLICT DO NOTHING| WITH c AS (SELECT 1) TABLE c| Query",
        "INSERT INTO a VALUES (1) ORDER BY 1| VALUES (1) ORDER BY 1| Query",
        "INSERT INTO a OVERRIDING SYSTEM VALUE VALUES (1)| VALUES (1)| Values",
      })
  void insert_hasASource(String sql, String source, String kind) throws Exception {
    Block.Insert insert = (Block.Insert) top(sql);

    assertThat(text(insert.source().range())).isEqualTo(source);
    assertThat(insert.source().getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void update_hasItsParts() throws Exception {
    Block.Update update =
        (Block.Update)
            top("UPDATE a x SET b = 1, c[1] = d = e, f.g = 2 FROM h, i WHERE j AND k RETURNING l");

    assertThat(update.assignments())
        .extracting(a -> tokens.text(a.targets().get(0)) + "|" + text(a.value()))
        .containsExactly("b|1", "c|d = e", "f|2");
    assertThat(text(update.from())).isEqualTo("h, i");
    assertThat(text(update.where())).isEqualTo("j AND k");
    assertThat(text(Objects.requireNonNull(update.returning()).range())).isEqualTo("RETURNING l");
  }

  @Test
  void delete_hasItsParts() throws Exception {
    Block.Delete delete = (Block.Delete) top("DELETE FROM a USING b, c WHERE d RETURNING e");

    assertThat(text(delete.using())).isEqualTo("b, c");
    assertThat(text(delete.where())).isEqualTo("d");
    assertThat(delete.returning()).isNotNull();
    Block.Delete bare = (Block.Delete) top("DELETE FROM a");
    assertThat(bare.using().isEmpty()).isTrue();
    assertThat(bare.where()).isNull();
    assertThat(bare.returning()).isNull();
  }
}
