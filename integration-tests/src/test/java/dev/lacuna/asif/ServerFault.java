package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Errors that are the server's own fault, or the way in which it happens to plan: which of two
 * texts of the same meaning meets one, the plain or Lacuna's, is a matter of luck. Nothing else
 * passes for the server's fault, but a crash over the plain text, and answers to it that {@link
 * OtherPlans} prove to contradict each other.
 */
enum ServerFault {
  /**
   * PostgreSQL 18.6 fails to plan some {@code GROUP BY ROLLUP} over a join of which it knows that
   * it has no rows. Whether a join is one of these depends on constants, of which the text with the
   * columns and the one without have different ones.
   */
  ROLLUP_OVER_NO_ROWS(
      Engine.POSTGRESQL, "XX000", "variable not found in subplan target list", "GROUP BY ROLLUP"),
  /** The same over a join with {@code LATERAL}, which PostgreSQL 18.6 then finds no order for. */
  ROLLUP_OVER_NO_JOIN(
      Engine.POSTGRESQL, "XX000", "failed to build any", "LATERAL .* GROUP BY ROLLUP"),
  /** The same again, where PostgreSQL 18.6 does find an order: in the plain text, too. */
  ROLLUP_OVER_LATERAL(
      Engine.POSTGRESQL,
      "XX000",
      "failed to assign all NestLoopParams to plan nodes",
      "LATERAL .* GROUP BY ROLLUP"),
  /**
   * A {@code NULL} for a date that is {@code NOT NULL} is error 1048 in MySQL 9.7.4, or, where an
   * {@code UPDATE} of joined tables goes by a temporary table, 1292.
   */
  ZERO_DATE_FOR_NULL(
      Engine.MYSQL, "22001", "Incorrect date value: '0000-00-00'", "^UPDATE .* JOIN ");

  private final Engine engine;
  private final String sqlState;
  private final String message;
  private final Pattern sql;

  ServerFault(Engine engine, String sqlState, String message, String sql) {
    this.engine = engine;
    this.sqlState = sqlState;
    this.message = message;
    this.sql = Pattern.compile(sql);
  }

  /** The one that an outcome shows, if it does. */
  static Optional<ServerFault> of(Engine engine, String sql, Outcome outcome) {
    return Arrays.stream(values())
        .filter(fault -> fault.engine == engine && fault.sql.matcher(sql).find())
        .filter(fault -> outcome.hasFailedWith(fault.sqlState))
        .filter(fault -> outcome.message().contains(fault.message))
        .findFirst();
  }
}
