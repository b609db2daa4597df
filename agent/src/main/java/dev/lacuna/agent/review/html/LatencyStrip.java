package dev.lacuna.agent.review.html;

import dev.lacuna.agent.review.card.Latency;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two bars, before and after: thick up to the median, thin up to the 95th percentile, both to one
 * scale.
 */
final class LatencyStrip {

  private static final int WIDTH = 150;
  private static final double LEAST = 1.5;

  private LatencyStrip() {}

  /** Nothing where nothing was measured. */
  static void write(Markup page, Latency latency) {
    double longest =
        Stream.of(latency.p50Before(), latency.p50After(), latency.p95Before(), latency.p95After())
            .mapToDouble(value -> value == null ? 0 : value)
            .max()
            .orElse(0);
    page.open("span", "class", "latency");
    if (longest > 0) {
      page.open(
          "svg",
          "viewBox",
          "0 0 " + WIDTH + " 16",
          "width",
          String.valueOf(WIDTH),
          "height",
          "16",
          "role",
          "img",
          "aria-label",
          latency.words());
      bars(page, "was", 1, latency.p50Before(), latency.p95Before(), WIDTH / longest);
      bars(page, "is", 9, latency.p50After(), latency.p95After(), WIDTH / longest);
      page.close();
      page.element("small", latency.words());
    }
    page.close();
  }

  private static void bars(
      Markup page, String tone, int y, @Nullable Double p50, @Nullable Double p95, double scale) {
    if (p95 != null) {
      bar(page, tone, y + 2, 2, p95 * scale);
    }
    if (p50 != null) {
      bar(page, tone, y, 6, p50 * scale);
    }
  }

  private static void bar(Markup page, String tone, int y, int height, double width) {
    page.empty(
        "rect",
        "class",
        tone,
        "x",
        "0",
        "y",
        String.valueOf(y),
        "height",
        String.valueOf(height),
        "width",
        String.format(Locale.ROOT, "%.1f", Math.max(LEAST, width)));
  }
}
