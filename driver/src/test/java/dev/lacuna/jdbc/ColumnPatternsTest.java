package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnPatternsTest {

  private static ColumnPatterns column(String pattern) {
    return new ColumnPatterns(null, null, null, pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "nickname, true",
    "%, true",
    "nick%, true",
    "%name, true",
    "%ckn%, true",
    "_ickname, true",
    "________, true",
    "_______, false",
    "nick, false",
    "nicknames, false",
    "nickname_, false",
    "NICKNAME, false",
    "nick\\%, false",
    "'', false",
  })
  void matchColumn_pattern_asLike(String pattern, boolean expected) {
    assertThat(column(pattern).matchColumn("nickname", false)).isEqualTo(expected);
  }

  @Test
  void matchColumn_escapedWildcard_isItself() {
    assertThat(column("a\\_b").matchColumn("a_b", false)).isTrue();
    assertThat(column("a\\_b").matchColumn("axb", false)).isFalse();
  }

  @Test
  void matchColumn_caseless_ignoresCase() {
    assertThat(column("NICK%").matchColumn("nickname", true)).isTrue();
  }

  @Test
  void matchColumn_null_isAny() {
    ColumnPatterns any = new ColumnPatterns(null, null, null, null);
    assertThat(any.matchColumn("x", false)).isTrue();
    assertThat(any.areOfAllColumns()).isTrue();
  }
}
