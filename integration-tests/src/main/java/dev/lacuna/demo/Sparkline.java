package dev.lacuna.demo;

import java.util.Arrays;

/** Numbers as a row of little bars. */
final class Sparkline {

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  static String of(double... values) {
    double highest = Arrays.stream(values).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      int bar = highest <= 0 ? 0 : (int) Math.round(value / highest * (BARS.length() - 1));
      line.append(BARS.charAt(Math.max(0, bar)));
    }
    return line.toString();
  }
}
