package dev.lacuna.jdbc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the statements that end a transaction by SQL instead of by JDBC. */
final class TransactionEnd {

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?i)(?:^|;|\\*/|\\n)\\s*(COMMIT|END|ROLLBACK|ABORT)\\b");

  private TransactionEnd() {}

  /** Whether a text may hold one: says yes too often, and never no to one. */
  static boolean mayBeIn(@Nullable String sql) {
    return sql != null && FIRST_WORD.matcher(sql).find();
  }
}
