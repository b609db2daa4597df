package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'none'|'none'",
        "\"none\"|'none'",
        "\"it's\"|'it''s'",
        "'it\\'s'|'it''s'",
        "'it''s'|'it''s'",
        "\"a\"\"b\"|'a\"b'",
        "\"a''b\"|'a''''b'",
        "_utf8mb4\"x\"|_utf8mb4'x'",
        "X'4D'|X'4D'",
        "'a\\\\b'|'a\\\\b'",
        "'10\\%'|'10\\%'",
        "''|''",
      })
  void literal_isPortable(String literal, String portable) {
    assertThat(MySqlString.portable(literal)).isEqualTo(portable);
  }
}
