package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import org.junit.jupiter.api.Test;

class EditsTest {

  private final Tokens tokens = Tokens.of("a ? , /* x */ b ? c", Dialect.POSTGRESQL);
  private final Edits edits = new Edits(tokens);

  private static Range one(int token) {
    return new Range(token, token + 1);
  }

  private void becomes(String sql, String parameters) {
    assertThat(edits.render().sql()).isEqualTo(sql);
    assertThat(edits.render().parameters()).hasToString(parameters);
  }

  @Test
  void noEdit_leavesTheText() {
    assertThat(edits.isEmpty()).isTrue();
    becomes("a ? , /* x */ b ? c", "identity");
  }

  @Test
  void replace_leavesTheRest() {
    edits.replace(one(3)).text("d");

    becomes("a ? , /* x */ d ? c", "identity");
  }

  @Test
  void delete_takesTheBlanksAndCommentsBehind() {
    edits.delete(one(2));

    becomes("a ? b ? c", "identity");
  }

  @Test
  void delete_atTheEnd_takesNoMore() {
    edits.delete(one(5));

    becomes("a ? , /* x */ b ? ", "identity");
  }

  @Test
  void copy_movesParameters() {
    edits.replace(new Range(0, 5)).copy(new Range(3, 5)).text(", ").copy(new Range(0, 2));

    becomes("b ?, a ? c", "[2, 1]");
  }

  @Test
  void copy_twice_doublesParameters() {
    edits.replace(new Range(0, 2)).copy(one(1)).text(" ").copy(one(1));

    becomes("? ? , /* x */ b ? c", "[1, 1, 2]");
  }

  @Test
  void copy_ofNothing_isNothing() {
    edits.replace(one(0)).copy(new Range(3, 3));

    becomes(" ? , /* x */ b ? c", "identity");
  }

  @Test
  void copy_hasTheEditsInsideIt() {
    edits.replace(new Range(0, 5)).copy(new Range(3, 5)).text("|").copy(new Range(0, 2));
    edits.replace(one(3)).text("B");
    edits.after(one(4)).text("!");
    edits.before(one(0)).text("<");

    becomes("B ?!|<a ? c", "[2, 1]");
  }

  @Test
  void copy_hasNotTheEditsOfALongerRun() {
    edits.after(new Range(0, 5)).text(" WHERE");
    edits.before(new Range(0, 5)).text("WITH ");
    edits.replace(new Range(3, 5)).text("(").copy(new Range(3, 5)).text(")");

    becomes("WITH a ? , /* x */ (b ?) WHERE c", "identity");
  }

  @Test
  void editsAtOnePlace_longerRunsStandFurtherOut() {
    edits.before(new Range(0, 6)).text("[");
    edits.before(one(0)).text("(");
    edits.after(new Range(0, 6)).text("]");
    edits.after(one(5)).text(")");

    becomes("[(a ? , /* x */ b ? c)]", "identity");
  }

  @Test
  void editsOfOneRun_standInTheirOrder() {
    edits.after(one(5)).text("1");
    edits.after(one(5)).text("2");

    becomes("a ? , /* x */ b ? c12", "identity");
  }

  @Test
  void replacement_takesAwayTheEditsInsideIt() {
    edits.replace(one(0)).text("A");
    edits.before(one(0)).text("<");
    edits.after(one(1)).text(">");
    edits.replace(new Range(0, 2)).text("x ?");

    becomes("x ? , /* x */ b ? c", "[2]");
  }
}
