package dev.lacuna.cli.report;

import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.VerdictText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report for people: the verdicts as the log has them, each behind its place. */
public final class TextReport {

  private static final Pattern LABEL =
      Pattern.compile("(?m)^(Why(?: \\[[^]]*])?:|Instead:|What it does:)");

  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Paint paint) {
    this.paint = paint;
  }

  /**
   * The report's text.
   *
   * @param all whether statements of which there is nothing to say are shown too
   */
  public static String of(Report report, boolean all, Paint paint) {
    TextReport text = new TextReport(paint);
    List<Judged> shown =
        report.statements().stream()
            .filter(one -> all || hasSomethingToSay(one.verdict()))
            .toList();
    for (Judged judged : shown) {
      text.write(judged);
    }
    text.out.append(report.summary()).append('\n');
    if (report.countAtLeast(Level.CAUTION) > 0) {
      text.out.append(
          "Allow a rule: -- lacuna:allow its-id before the statement, or --allow its-id.\n");
    }
    return text.out.toString();
  }

  private static boolean hasSomethingToSay(Verdict verdict) {
    return verdict.findings().stream()
        .anyMatch(finding -> !verdict.allowed().contains(finding.rule()));
  }

  private void write(Judged judged) {
    out.append(paint.bold(judged.place())).append('\n');
    String text = VerdictText.of(judged.verdict());
    Level level = judged.verdict().level();
    String rest = text.substring(level.title().length());
    out.append(title(level)).append(labelled(rest)).append("\n\n");
  }

  private String title(Level level) {
    return switch (level) {
      case DANGEROUS -> paint.red(level.title());
      case CAUTION -> paint.yellow(level.title());
      case SAFE -> paint.green(level.title());
    };
  }

  private String labelled(String text) {
    return LABEL
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(paint.bold(found.group())));
  }
}
