package dev.lacuna.sql;

import java.util.Arrays;

/** What the lexer has found so far. Mutable; used by one thread, while a text is split. */
final class TokenBuffer {

  private static final int INITIAL_TOKENS = 64;

  private TokenKind[] kinds = new TokenKind[INITIAL_TOKENS];
  private int[] starts = new int[INITIAL_TOKENS];
  private int[] ends = new int[INITIAL_TOKENS];
  private int count;
  private boolean wellFormed = true;
  private boolean executableComments;

  void add(TokenKind kind, int start, int end, boolean inExecutableComment) {
    executableComments |= inExecutableComment;
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count++] = end;
  }

  void malformed() {
    wellFormed = false;
  }

  /** Whether the last token is of that kind. */
  boolean endsWith(TokenKind kind) {
    return count > 0 && kinds[count - 1] == kind;
  }

  /** Whether the last token is that unquoted word, whatever its case. */
  boolean endsWithWord(String text, String word) {
    return endsWith(TokenKind.WORD)
        && ends[count - 1] - starts[count - 1] == word.length()
        && text.regionMatches(true, starts[count - 1], word, 0, word.length());
  }

  boolean executableComments() {
    return executableComments;
  }

  int count() {
    return count;
  }

  boolean wellFormed() {
    return wellFormed;
  }

  TokenKind[] kinds() {
    return kinds;
  }

  int[] starts() {
    return starts;
  }

  int[] ends() {
    return ends;
  }
}
