package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Table;
import java.util.Locale;

/** Bytes and rows for people. */
public final class Sizes {

  private Sizes() {}

  /** {@code 48 GB, 310 M rows}; the rows are left out where nobody counted. */
  public static String of(Table.Size size) {
    String bytes = bytes(size.bytes());
    return size.rows() < 0 ? bytes : bytes + ", " + count(size.rows()) + " rows";
  }

  /** {@code 48 GB}. */
  public static String bytes(long bytes) {
    return bytes < 1024 ? bytes + " B" : scaled(bytes, 1024, "kB", "MB", "GB", "TB");
  }

  private static String count(long rows) {
    return rows < 10_000 ? Long.toString(rows) : scaled(rows, 1000, "k", "M", "G", "T");
  }

  private static String scaled(long value, int base, String... units) {
    double scaled = (double) value / base;
    int unit = 0;
    while (scaled >= base && unit < units.length - 1) {
      scaled /= base;
      unit++;
    }
    String format = scaled < 10 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, scaled, units[unit]);
  }
}
