package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

  private static List<String> split(String sql, Dialect dialect) {
    Tokens tokens = Tokens.of(sql, dialect);
    return IntStream.range(0, tokens.count())
        .mapToObj(i -> tokens.kind(i) + " " + tokens.text(i))
        .toList();
  }

  private static List<String> postgres(String sql) {
    return split(sql, Dialect.POSTGRESQL);
  }

  private static List<String> mysql(String sql) {
    return split(sql, Dialect.MYSQL);
  }

  private static boolean wellFormed(String sql, Dialect dialect) {
    return Tokens.of(sql, dialect).wellFormed();
  }

  @Nested
  class Postgres {

    @Test
    void statement_isSplit() {
      assertThat(postgres("SELECT u.id,(1) FROM t;"))
          .containsExactly(
              "WORD SELECT",
              "WORD u",
              "DOT .",
              "WORD id",
              "COMMA ,",
              "OPEN (",
              "NUMBER 1",
              "CLOSE )",
              "WORD FROM",
              "WORD t",
              "SEMICOLON ;");
    }

    @Test
    void nothing_hasNoTokens() {
      assertThat(postgres("")).isEmpty();
      assertThat(postgres(" \t\r\n\f -- x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'it''s'",
          "'a\\'",
          "'-- no comment'",
          "'a\nb'",
          "''",
          "E'it\\'s'",
          "e'\\\\'",
          "E'a''b\\''",
          "B'101'",
          "x'1F'",
          "N'national'",
          "U&'\\0061'",
          "$$it's$$",
          "$a$ $$ $b$ $a$",
          "$a1$;$a1$",
          "$_$x$_$",
          "$é$x$é$",
        })
    void string_isOneToken(String sql) {
      assertThat(postgres(sql)).containsExactly("STRING " + sql);
      assertThat(wellFormed(sql, Dialect.POSTGRESQL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\"", "\"it\"\"s\"", "\"a\\\"", "\"'\"", "U&\"plain\""})
    void quotedIdentifier_isOneToken(String sql) {
      assertThat(postgres(sql)).containsExactly("QUOTED_IDENTIFIER " + sql);
      assertThat(wellFormed(sql, Dialect.POSTGRESQL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_x", "a$1", "Ünï", "e", "x1", "日本", "a\u2003b", "\u00A0"})
    void word_isOneToken(String sql) {
      assertThat(postgres(sql)).containsExactly("WORD " + sql);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"0", "12", "1.5", ".5", "1.", "1e10", "1E-5", "1.5e+3", "0x1F", "0b1", "1_000"})
    void number_isOneToken(String sql) {
      assertThat(postgres(sql)).containsExactly("NUMBER " + sql);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1and 2 | NUMBER 1; WORD and; NUMBER 2",
          "1e | NUMBER 1; WORD e",
          "a.1 | WORD a; DOT .; NUMBER 1",
          "t.5e | WORD t; DOT .; NUMBER 5; WORD e",
          "a[1:2] | WORD a; OPEN [; NUMBER 1; OPERATOR :; NUMBER 2; CLOSE ]",
          "a+-1 | WORD a; OPERATOR +; OPERATOR -; NUMBER 1",
          "a=?::int | WORD a; OPERATOR =; PARAMETER ?; OPERATOR ::; WORD int",
          "j ??& ? | WORD j; OPERATOR ??; OPERATOR &; PARAMETER ?",
          "? ? | PARAMETER ?; PARAMETER ?",
          "$1+$22 | OPERATOR $1; OPERATOR +; OPERATOR $22",
          "me'x' | WORD me; STRING 'x'",
          "E 'x' | WORD E; STRING 'x'",
          "a$$b$$ | WORD a$$b$$",
          "{d '2026-01-01'} | OPEN {; WORD d; STRING '2026-01-01'; CLOSE }",
          "`a` | OPERATOR `; WORD a; OPERATOR `",
          "a := 1 | WORD a; OPERATOR :; OPERATOR =; NUMBER 1",
          "#a | OPERATOR #; WORD a",
        },
        quoteCharacter = '\0')
    void text_isSplit(String sql, String tokens) {
      assertThat(String.join("; ", postgres(sql))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a -- x ' \" /* \n b",
          "a -- x\r b",
          "a /* x */ b",
          "a/* /* ' */ $$ */b",
          "a/***/b",
          "a --\n--\nb",
          "a /* -- */ b",
        })
    void comment_isNoToken(String sql) {
      assertThat(postgres(sql)).containsExactly("WORD a", "WORD b");
      assertThat(wellFormed(sql, Dialect.POSTGRESQL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'a",
          "E'a\\'",
          "\"a",
          "$$a",
          "$a$ $b$",
          "/* a",
          "/* /* */",
          "(",
          ")",
          "(]",
          "([)]",
          "U&\"n\\0061me\"",
        })
    void malformedText_isSaidSo(String sql) {
      assertThat(wellFormed(sql, Dialect.POSTGRESQL)).isFalse();
    }
  }

  @Nested
  class MySql {

    @ParameterizedTest
    @ValueSource(strings = {"'it\\'s'", "\"a \\\" b\"", "'a''b'", "_x'a'", "n'x'"})
    void string_mayEscapeByBackslash(String sql) {
      assertThat(mysql(sql)).last().asString().startsWith("STRING ");
      assertThat(wellFormed(sql, Dialect.MYSQL)).isTrue();
    }

    @Test
    void backquotes_quoteIdentifiers() {
      assertThat(mysql("`a``b`.`c`"))
          .containsExactly("QUOTED_IDENTIFIER `a``b`", "DOT .", "QUOTED_IDENTIFIER `c`");
      assertThat(Tokens.of("`A``b`", Dialect.MYSQL).identifier(0)).isEqualTo("a`b");
    }

    @Test
    void comments_areMySqls() {
      assertThat(mysql("a # x\nb -- c\nd --1\n/* /* */ e"))
          .containsExactly(
              "WORD a", "WORD b", "WORD d", "OPERATOR -", "OPERATOR -", "NUMBER 1", "WORD e");
    }

    @Test
    void executableComment_isRead() {
      assertThat(mysql("a /*! b */ c /*!80014 d*/ /*M! e */"))
          .containsExactly("WORD a", "WORD b", "WORD c", "WORD d", "WORD e");
      assertThat(wellFormed("/*! a", Dialect.MYSQL)).isFalse();
    }

    @Test
    void name_mayBeginWithADigit() {
      assertThat(mysql("1st 1e5 12 0x1F"))
          .containsExactly("WORD 1st", "NUMBER 1e5", "NUMBER 12", "NUMBER 0x1F");
    }

    @Test
    void dollar_opensNoString() {
      assertThat(mysql("$$a$$")).doesNotContain("STRING $$a$$");
    }
  }
}
