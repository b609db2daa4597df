package dev.lacuna.sql;

/** What MySQL lets stand behind the name of a table: its partitions, and hints about indexes. */
final class TableSuffixes {

  private final Tokens tokens;
  private final Clauses clauses;

  TableSuffixes(Tokens tokens, Clauses clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
  }

  /** The token behind the {@code PARTITION (…)} that stands at a token, or the token. */
  int endOfPartition(int at, int to) {
    return isPartition(at, to) ? clauses.next(at + 1) : at;
  }

  private boolean isPartition(int at, int to) {
    return tokens.dialect().isMySql()
        && at + 1 < to
        && tokens.is(at, "PARTITION")
        && tokens.is(at + 1, '(');
  }

  /** The token behind the index hints that stand at a token, or the token. */
  int endOfHints(int from, int to) {
    int at = from;
    while (at < to && isHint(at)) {
      // USE INDEX FOR ORDER BY (a, b)
      int open = at + 2;
      while (open < to && tokens.isAny(open, "FOR", "JOIN", "ORDER", "GROUP", "BY")) {
        open++;
      }
      if (open >= to || !tokens.is(open, '(')) {
        return at;
      }
      at = clauses.next(open);
    }
    return at;
  }

  private boolean isHint(int at) {
    return tokens.dialect().isMySql()
        && tokens.isAny(at, "USE", "FORCE", "IGNORE")
        && tokens.isAny(at + 1, "INDEX", "KEY");
  }
}
