package dev.lacuna.demo;

import dev.lacuna.demo.Answer.Failed;
import dev.lacuna.demo.Answer.Told;
import dev.lacuna.demo.Comparison.Verdict;
import dev.lacuna.demo.Screen.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the order desk's day on both deployments and shows the answers, a line a statement. */
final class SideBySide {

  private static final int STATEMENT = 54;
  private static final int ANSWER = 20;
  private static final Pattern DECLARED = Pattern.compile("\\b(nickname|discount)\\b");

  private final Screen screen;
  private final Deployment with;
  private final Deployment without;

  SideBySide(Screen screen, Deployment with, Deployment without) {
    this.screen = screen;
    this.with = with;
    this.without = without;
  }

  List<Comparison> run(List<OrderDesk.Shift> day) {
    List<Comparison> comparisons = new ArrayList<>();
    line(" ", "", "with the columns", "without");
    for (OrderDesk.Shift shift : day) {
      screen.line("    " + screen.ink(Ink.TITLE, shift.title()));
      for (Task task : shift.tasks()) {
        Comparison comparison = new Comparison(task, task.on(with.pool()), task.on(without.pool()));
        show(comparison);
        comparisons.add(comparison);
      }
    }
    return comparisons;
  }

  private void show(Comparison comparison) {
    String mark =
        switch (comparison.verdict()) {
          case ALIKE -> screen.ink(Ink.GOOD, "✓");
          case VANISHED -> screen.ink(Ink.NOTE, "○");
          case DIFFERENT, FAILED -> screen.ink(Ink.BAD, "✗");
        };
    Ink ink = comparison.verdict() == Verdict.VANISHED ? Ink.NOTE : Ink.BAD;
    boolean alike = comparison.verdict() == Verdict.ALIKE;
    String without = Screen.fit(text(comparison.without()), ANSWER);
    line(
        mark,
        comparison.task().shown(),
        text(comparison.with()),
        alike ? without : screen.ink(ink, without));
  }

  private void line(String mark, String statement, String with, String without) {
    String shown = Screen.fit(statement, STATEMENT);
    String inked = DECLARED.matcher(shown).replaceAll(name -> screen.ink(Ink.COLUMN, name.group()));
    screen.line(
        ("  " + mark + " " + inked + " " + Screen.fit(with, ANSWER) + " " + without)
            .stripTrailing());
  }

  private static String text(Answer answer) {
    if (answer instanceof Failed failed) {
      return failed.sqlState() + " " + failed.message();
    }
    return ((Told) answer).text();
  }
}
