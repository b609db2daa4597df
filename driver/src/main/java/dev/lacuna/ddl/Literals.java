package dev.lacuna.ddl;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what stands in a statement's strings out of logs: a default may be a secret. */
final class Literals {

  private static final String MASK = "'…'";

  private final List<String> strings;

  private Literals(List<String> strings) {
    this.strings = strings;
  }

  static Literals in(String sql, Dialect dialect) {
    Tokens tokens = Tokens.of(sql, dialect);
    return new Literals(
        IntStream.range(0, tokens.count())
            .filter(token -> tokens.is(token, TokenKind.STRING))
            .mapToObj(tokens::text)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  /** The text with a mask wherever one of the strings stands in it. */
  String masked(String text) {
    String masked = text;
    for (String string : strings) {
      masked = masked.replace(string, MASK);
    }
    return masked;
  }
}
