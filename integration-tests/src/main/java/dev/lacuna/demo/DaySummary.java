package dev.lacuna.demo;

import dev.lacuna.demo.Answer.Failed;
import dev.lacuna.demo.Comparison.Verdict;
import dev.lacuna.demo.Screen.Ink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many answers were alike, and what the others were. */
final class DaySummary {

  private final Screen screen;

  DaySummary(Screen screen) {
    this.screen = screen;
  }

  void of(List<Comparison> comparisons) {
    String alike = screen.ink(Ink.GOOD, count(comparisons, Verdict.ALIKE) + " answered alike");
    screen.line("    %d statements: %s".formatted(comparisons.size(), alike));
    line(
        "○",
        Ink.NOTE,
        count(comparisons, Verdict.VANISHED),
        "read what was written: without the column it was accepted, and vanished");
    line("✗", Ink.BAD, count(comparisons, Verdict.DIFFERENT), "differ, and should not");
    line("✗", Ink.BAD, count(comparisons, Verdict.FAILED), "failed");
    samples(comparisons)
        .forEach((state, message) -> screen.line("       %s  %s".formatted(state, message)));
  }

  private void line(String mark, Ink ink, long count, String text) {
    if (count > 0) {
      screen.line("  " + screen.ink(ink, mark + " " + count) + " " + text);
    }
  }

  /** A message of each SQLState. */
  private static Map<String, String> samples(List<Comparison> comparisons) {
    Map<String, String> samples = new LinkedHashMap<>();
    comparisons.stream()
        .flatMap(each -> Stream.of(each.with(), each.without()))
        .filter(Failed.class::isInstance)
        .map(Failed.class::cast)
        .forEach(failed -> samples.putIfAbsent(failed.sqlState(), failed.message()));
    return samples;
  }

  private static long count(List<Comparison> comparisons, Verdict verdict) {
    return comparisons.stream().filter(each -> each.verdict() == verdict).count();
  }
}
