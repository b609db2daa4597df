package dev.lacuna.agent.observe;

import dev.lacuna.sql.Tokens;

/** What a statement does, by its first words. */
public enum StatementKind {
  READ,
  WRITE,
  /** Changes tables or their statistics, so that the catalog is worth a look. */
  DDL,
  /** Sets something on the connection. */
  SETTING,
  OTHER;

  static StatementKind of(Tokens tokens) {
    int first = 0;
    while (tokens.is(first, '(')) {
      first++;
    }
    if (tokens.isAny(first, "SELECT", "WITH", "VALUES", "TABLE")) {
      return READ;
    }
    if (tokens.isAny(first, "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE")) {
      return WRITE;
    }
    if (tokens.isAny(
        first,
        "ALTER",
        "CREATE",
        "DROP",
        "RENAME",
        "TRUNCATE",
        "ANALYZE",
        "ANALYSE",
        "VACUUM",
        "REINDEX",
        "CLUSTER",
        "OPTIMIZE",
        "DO",
        "CALL",
        "COMMIT",
        "END")) {
      return DDL;
    }
    return tokens.isAny(first, "SET", "RESET", "USE", "DISCARD") ? SETTING : OTHER;
  }
}
