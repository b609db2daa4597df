package dev.lacuna.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many operations were done by when. */
final class Timeline {

  /** How many operations were done by that time. */
  private record Sample(double second, long operations) {}

  private final List<Sample> samples = new ArrayList<>(List.of(new Sample(0, 0)));

  /** To be called in the order of time. */
  void note(Duration at, long operations) {
    samples.add(new Sample(seconds(at), operations));
  }

  Duration end() {
    return Duration.ofNanos((long) (last().second * 1e9));
  }

  /** Operations a second between two times, of which the timeline knows. */
  double rate(Duration from, Duration to) {
    double seconds = seconds(to) - seconds(from);
    return seconds <= 0 ? 0 : (operations(seconds(to)) - operations(seconds(from))) / seconds;
  }

  /** The rates in as many equal steps of the whole as are past. */
  double[] rates(Duration whole, int steps) {
    double step = seconds(whole) / steps;
    int past = (int) Math.min(steps, last().second / step);
    double[] rates = new double[past];
    for (int i = 0; i < past; i++) {
      rates[i] = (operations((i + 1) * step) - operations(i * step)) / step;
    }
    return rates;
  }

  private double operations(double second) {
    Sample before = samples.get(0);
    for (Sample sample : samples) {
      if (sample.second >= second) {
        double part =
            sample.second == before.second
                ? 1
                : (second - before.second) / (sample.second - before.second);
        return before.operations + part * (sample.operations - before.operations);
      }
      before = sample;
    }
    return before.operations;
  }

  private Sample last() {
    return samples.get(samples.size() - 1);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
