package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private final Tokens tokens = Tokens.of("SELECT \"It\"\"s\" , (a[1]) FROM T", Dialect.POSTGRESQL);

  @Test
  void words_areComparedWithoutCase() {
    assertThat(tokens.is(0, "select")).isTrue();
    assertThat(tokens.is(0, "sel")).isFalse();
    assertThat(tokens.isAny(0, "FROM", "Select")).isTrue();
    assertThat(tokens.isAny(0)).isFalse();
  }

  @Test
  void quotedWord_isNoKeyword() {
    assertThat(Tokens.of("\"select\"", Dialect.POSTGRESQL).is(0, "select")).isFalse();
  }

  @Test
  void outsideTheText_nothingIs() {
    assertThat(tokens.is(-1, "x") || tokens.is(99, "x")).isFalse();
    assertThat(tokens.is(-1, '(') || tokens.is(99, '(')).isFalse();
    assertThat(tokens.is(-1, TokenKind.WORD) || tokens.is(99, TokenKind.WORD)).isFalse();
    assertThat(tokens.isName(-1) || tokens.isName(99)).isFalse();
  }

  @Test
  void symbols_areNoNames() {
    assertThat(tokens.is(2, ',')).isTrue();
    assertThat(Tokens.of("a", Dialect.POSTGRESQL).is(0, 'a')).isFalse();
    assertThat(Tokens.of("1", Dialect.POSTGRESQL).is(0, '1')).isFalse();
  }

  @Test
  void parentheses_matchEachOther() {
    assertThat(tokens.match(3)).isEqualTo(8);
    assertThat(tokens.match(8)).isEqualTo(3);
    assertThat(tokens.match(5)).isEqualTo(7);
    assertThat(tokens.match(0)).isEqualTo(-1);
  }

  @Test
  void identifier_isFoldedUnlessQuoted() {
    assertThat(tokens.identifier(1)).isEqualTo("It\"s");
    assertThat(tokens.identifier(10)).isEqualTo("t");
    assertThat(Tokens.of("ÄB", Dialect.POSTGRESQL).identifier(0)).isEqualTo("Äb");
    assertThat(Tokens.of("ÄB", Dialect.MYSQL).identifier(0)).isEqualTo("äb");
    assertThat(Tokens.of("U&\"x\"", Dialect.POSTGRESQL).identifier(0)).isEqualTo("x");
    assertThatThrownBy(() -> tokens.identifier(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a name: ,");
  }

  @Test
  void offsets_leadBackToTheText() {
    assertThat(tokens.start(1)).isEqualTo(7);
    assertThat(tokens.end(1)).isEqualTo(14);
    assertThat(tokens.text(new Range(0, 2))).isEqualTo("SELECT \"It\"\"s\"");
    assertThat(tokens.text(new Range(2, 2))).isEmpty();
    assertThat(tokens.at(0)).isZero();
    assertThat(tokens.at(1)).isEqualTo(1);
    assertThat(tokens.at(999)).isEqualTo(tokens.count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1,2,3",
        " -1 , 2.5,\n3 ",
        "'a', 'it''s', ''",
        "'?', '(', ')'",
      })
  void folded_listOfLiterals_isOneToken(String list) {
    Tokens folded = Tokens.folded("a in (" + list + ") AND b", Dialect.MYSQL);

    assertThat(folded.count()).isEqualTo(7);
    assertThat(folded.kind(3)).isEqualTo(TokenKind.NUMBER);
    assertThat(folded.text(3).strip()).isEqualTo(list.strip());
    assertThat(folded.match(2)).isEqualTo(4);
    assertThat(folded.text(6)).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a IN (1, ?)",
        "a IN (1, b)",
        "a IN (1, (2))",
        "a IN (SELECT 1)",
        "a IN (1e5, 0x1)",
        "a IN (1 /* b */, 2)",
        "a IN (1 -- b\n, 2)",
        "a IN (1, --2\n 3)",
        "a IN ('a\\', b, ')",
        "a IN (1, 2",
        "a IN (1.)",
        "a IN ()",
        "a IN (1, )",
        "a IN 'x' (1, 2)",
        "f(1, 2)",
        "VALUES (1, 2)",
        "\"in\" (1, 2)",
      })
  void folded_anythingElse_isSplitAsEver(String text) {
    for (Dialect dialect : List.of(Dialect.POSTGRESQL, Dialect.MYSQL)) {
      assertThat(texts(Tokens.folded(text, dialect))).isEqualTo(texts(Tokens.of(text, dialect)));
    }
  }

  private static List<String> texts(Tokens tokens) {
    return IntStream.range(0, tokens.count()).mapToObj(tokens::text).toList();
  }
}
