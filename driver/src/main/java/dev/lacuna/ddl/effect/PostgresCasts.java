package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.SqlType;

/**
 * Which changes of a type leave PostgreSQL's rows as they are.
 *
 * <p>PostgreSQL 18 manual, ALTER TABLE, Notes: "if the USING clause does not change the column
 * contents and the old type is either binary coercible to the new type or an unconstrained domain
 * over the new type, a table rewrite is not needed". Each was tried on the servers.
 */
final class PostgresCasts {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Of a second: microseconds. */
  private static final int MOST_DIGITS = 6;

  private PostgresCasts() {}

  /** Whether rows of one type are rows of the other, as they are. */
  static boolean keepsRows(SqlType from, SqlType to, Server server) {
    if (from.equals(to)) {
      return true;
    }
    if (from.array() || to.array()) {
      // The elements are converted one by one, except where only their limit goes.
      return from.array()
          && to.array()
          && from.name().equals(to.name())
          && to.arguments().isEmpty()
          && isWiderText(from, to);
    }
    return isWiderText(from, to)
        || isWiderNumeric(from, to)
        || isWiderTime(from, to, server)
        || isWiderBits(from, to)
        || (from.is("cidr") && to.is("inet"))
        || (from.is("xml") && to.is("text", "character varying") && to.arguments().isEmpty())
        || (from.is("integer") && to.is("oid"))
        || (from.is("oid") && to.is("integer"));
  }

  private static boolean isWiderText(SqlType from, SqlType to) {
    boolean text = from.is("character varying", "text") && to.is("character varying", "text");
    return text && limit(to) >= limit(from);
  }

  private static int limit(SqlType type) {
    return type.argument(0, NO_LIMIT);
  }

  // numeric.c, numeric_support: the scale stays, the precision may grow, or there is no limit.
  private static boolean isWiderNumeric(SqlType from, SqlType to) {
    if (!from.is("numeric") || !to.is("numeric")) {
      return false;
    }
    if (to.arguments().isEmpty()) {
      return true;
    }
    return !from.arguments().isEmpty()
        && to.argument(0, 0) >= from.argument(0, 0)
        && to.argument(1, 0) == from.argument(1, 0);
  }

  private static boolean isWiderTime(SqlType from, SqlType to, Server server) {
    int after = to.argument(0, NO_LIMIT);
    if (from.name().equals(to.name()) && isTime(from)) {
      return after >= from.argument(0, NO_LIMIT) || after >= MOST_DIGITS;
    }
    boolean zone =
        from.is("timestamp without time zone", "timestamp with time zone")
            && to.is("timestamp without time zone", "timestamp with time zone")
            && server.utc()
            && server.isAtLeast(12, 0, 0);
    // What the other type becomes has all digits, whatever it had: fewer are rounded, row by row.
    return zone && after >= MOST_DIGITS;
  }

  private static boolean isTime(SqlType type) {
    return type.name().startsWith("time") || type.name().startsWith("interval");
  }

  private static boolean isWiderBits(SqlType from, SqlType to) {
    return from.is("bit varying") && to.is("bit varying") && limit(to) >= limit(from);
  }
}
