package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.effect.Facts.Rate;
import dev.lacuna.ddl.effect.Table;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement works once it has its lock, in seconds: a range.
 *
 * @param low if all goes well
 * @param high if the server is busy, or its disk slow
 */
public record Estimate(double low, double high) {

  private static final Estimate AT_ONCE = new Estimate(0, 0);

  /** Where nothing was measured: between a disk in the cloud and one on the board. */
  private static final double ASSUMED_BYTES_PER_SECOND = 100e6;

  /** What is read is written too, with its indexes, and logged. */
  private static final double REWRITE_AT_MOST = 8;

  private static final double SCAN_AT_MOST = 3;
  private static final double AT_LEAST = 0.3;

  /** The estimate for a table; null where its size is not known. */
  public static @Nullable Estimate of(Effect effect, Facts facts) {
    if (!effect.isLong()) {
      return AT_ONCE;
    }
    Table table = facts.table();
    if (table == null) {
      return null;
    }
    Rate rate = facts.rate();
    double bytesPerSecond = rate == null ? ASSUMED_BYTES_PER_SECOND : rate.bytesPerSecond();
    Table.Size size = table.size();
    double bytes = size.bytes() + (effect.rewrites() ? size.indexBytes() : 0);
    double seconds = bytes / bytesPerSecond;
    double most = effect.rewrites() ? REWRITE_AT_MOST : SCAN_AT_MOST;
    return new Estimate(seconds * AT_LEAST, seconds * most);
  }

  /** For people: {@code 6 to 20 min}. */
  public String text() {
    if (high < 1) {
      return "less than 1 s";
    }
    if (high < 90) {
      return range(low, high, "s");
    }
    return high < 2 * 3600
        ? range(low / 60, high / 60, "min")
        : range(low / 3600, high / 3600, "h");
  }

  private static String range(double from, double to, String unit) {
    long least = Math.max(1, Math.round(from));
    long most = Math.max(least, Math.round(to));
    return least == most ? least + " " + unit : least + " to " + most + " " + unit;
  }
}
