package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes one text of all that differ in constants, lists' lengths, blanks and comments. */
public final class Normalizer {

  /** Eight bytes: two of a million texts meet by chance once in thirty-seven million cases. */
  private static final int FINGERPRINT_BYTES = 8;

  private Normalizer() {}

  public static Normalized normalize(String text, Dialect dialect) {
    Tokens tokens = Tokens.of(text, dialect);
    String sql = MaskedText.of(tokens);
    StatementKind kind = StatementKind.of(tokens);
    return new Normalized(sql, kind, parameters(tokens), isExplainable(tokens, kind));
  }

  /** A text or a part of one with masked constants: what may be written to a file. */
  public static String mask(String text, Dialect dialect) {
    return MaskedText.of(Tokens.of(text, dialect));
  }

  /** A short name for a text, the same on every machine. */
  public static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static int parameters(Tokens tokens) {
    int count = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.PARAMETER) {
        count++;
      }
    }
    return count;
  }

  private static boolean isExplainable(Tokens tokens, StatementKind kind) {
    return tokens.wellFormed()
        && (kind == StatementKind.READ || kind == StatementKind.WRITE)
        && isSingle(tokens)
        && !namesCatalog(tokens);
  }

  private static boolean isSingle(Tokens tokens) {
    for (int i = 0; i < tokens.count() - 1; i++) {
      if (tokens.kind(i) == TokenKind.SEMICOLON) {
        return false;
      }
    }
    return true;
  }

  private static boolean namesCatalog(Tokens tokens) {
    for (int i = 1; i < tokens.count(); i++) {
      if (tokens.isName(i) && tokens.isAny(i - 1, "FROM", "JOIN")) {
        String name = tokens.identifier(i).toLowerCase(Locale.ROOT);
        boolean schema = tokens.is(i + 1, TokenKind.DOT);
        if (schema
            ? name.equals("pg_catalog")
                || name.equals("information_schema")
                || name.equals("performance_schema")
                || name.equals("mysql")
                || name.equals("sys")
            : name.startsWith("pg_")) {
          return true;
        }
      }
    }
    return false;
  }
}
