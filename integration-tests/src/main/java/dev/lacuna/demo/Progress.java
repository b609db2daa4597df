package dev.lacuna.demo;

import dev.lacuna.demo.Arrival.Change;
import dev.lacuna.demo.Screen.Ink;
import dev.lacuna.storm.Storm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shows the traffic while it runs: one line that is drawn again, or one every few seconds. */
final class Progress {

  private static final int BARS = 50;
  private static final Duration LINE_EVERY = Duration.ofSeconds(3);

  private final Screen screen;
  private Duration nextLine = LINE_EVERY;
  private Duration lastLine = Duration.ZERO;
  private boolean changeTold;

  Progress(Screen screen) {
    this.screen = screen;
  }

  void show(Timeline timeline, @Nullable Change change, Storm storm) {
    if (screen.isLive()) {
      screen.redraw("    " + bars(timeline, change) + "  " + numbers(timeline, storm));
      return;
    }
    if (change != null && !changeTold) {
      changeTold = true;
      screen.line("    " + seconds(change.began()) + "  the migration runs: " + took(change));
    }
    Duration now = timeline.end();
    if (now.compareTo(nextLine) >= 0) {
      double rate = timeline.rate(lastLine, now);
      screen.line(
          "    %s  %,7.0f operations/s  %,7d errors"
              .formatted(seconds(now), rate, storm.findings().errorCount()));
      lastLine = now;
      nextLine = nextLine.plus(LINE_EVERY);
    }
  }

  /** The line is final. */
  void end() {
    if (screen.isLive()) {
      screen.line();
    }
  }

  /** Bars for what is past, dots for what is to come, and where the columns arrived. */
  private String bars(Timeline timeline, @Nullable Change change) {
    String past = Sparkline.of(timeline.rates(Arrival.WHOLE, BARS));
    String coming = screen.ink(Ink.FAINT, "·".repeat(BARS - past.length()));
    if (change == null) {
      return past + coming + " ";
    }
    int arrival =
        (int) Math.min(past.length(), change.began().toMillis() * BARS / Arrival.WHOLE.toMillis());
    return past.substring(0, arrival)
        + screen.ink(Ink.NOTE, "│")
        + past.substring(arrival)
        + coming;
  }

  private static String numbers(Timeline timeline, Storm storm) {
    return "%s  %,8d operations  %,d errors"
        .formatted(seconds(timeline.end()), storm.operations(), storm.findings().errorCount());
  }

  static String took(Change change) {
    return "took %,d ms".formatted(change.took().toMillis());
  }

  private static String seconds(Duration duration) {
    return "%4.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
