package dev.lacuna.agent.review.text;

import dev.lacuna.agent.review.card.Badge;
import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Remedy;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.card.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The review as a comment on a pull request, in GitHub's Markdown (GFM 0.29), short enough for one:
 * cards that do not fit are counted.
 */
public final class MarkdownReport {

  /** GitHub and GitLab refuse comments longer than 65,536 characters and 1 MB. */
  private static final int MOST = 60_000;

  private static final int ROWS = 20;
  private static final int SQL = 160;

  private MarkdownReport() {}

  public static String of(Review review) {
    StringBuilder out =
        new StringBuilder("## Plan review\n\n").append(review.summary()).append(".\n");
    int left = 0;
    for (Card card : review.open()) {
      String text = card(card);
      if (left == 0 && out.length() + text.length() < MOST) {
        out.append(text);
      } else {
        left++;
      }
    }
    if (left > 0) {
      out.append("\n")
          .append(Words.count(left, "more cause", "more causes"))
          .append(" not shown.\n");
    }
    folded(out, "Improvements", review.improvements());
    folded(out, "Accepted", review.accepted());
    return out.toString();
  }

  private static String card(Card card) {
    StringBuilder out = new StringBuilder("\n### ");
    out.append(card.severity().label()).append(": ").append(text(card.sentence())).append("\n\n");
    out.append("Cause: ").append(text(card.causeWords())).append(".\n\n");
    out.append("| query | what | latency | key |\n| --- | --- | --- | --- |\n");
    card.findings().stream().limit(ROWS).forEach(finding -> out.append(row(finding)));
    int left = card.findings().size() - ROWS;
    if (left > 0) {
      out.append("\n").append(Words.count(left, "more query", "more queries")).append(".\n");
    }
    plan(card.worst(), out);
    card.remedies().forEach(remedy -> out.append(remedy(remedy)));
    return out.toString();
  }

  private static String row(Finding finding) {
    String badges = finding.badges().stream().map(Badge::label).collect(Collectors.joining(", "));
    String settled = finding.shift().settled() ? "" : ", not settled";
    return "| %s<br>%s | %s | %s | %s |\n"
        .formatted(
            text(finding.subject()),
            code(Words.cut(Words.line(finding.shift().sql()), SQL)),
            text(badges + settled),
            text(finding.latency().words()),
            code(finding.shift().key()));
  }

  private static void plan(Finding finding, StringBuilder out) {
    List<PlanText.MarkedLine> lines = PlanText.of(finding.plans());
    if (!lines.isEmpty()) {
      String plan = lines.stream().map(PlanText.MarkedLine::text).collect(Collectors.joining("\n"));
      out.append("\n").append(fenced("diff", plan));
    }
  }

  private static String remedy(Remedy remedy) {
    String sql = remedy.sql().isEmpty() ? "" : "\n" + fenced("sql", remedy.sql());
    return "\n" + text(remedy.what()) + "\n" + sql;
  }

  private static void folded(StringBuilder out, String title, List<Card> cards) {
    List<Finding> findings = cards.stream().flatMap(card -> card.findings().stream()).toList();
    if (findings.isEmpty()) {
      return;
    }
    out.append("\n<details><summary>%s: %d</summary>\n\n".formatted(title, findings.size()));
    findings.stream()
        .limit(ROWS)
        .forEach(
            finding ->
                out.append(
                    "- %s %s\n".formatted(text(finding.sentence()), code(finding.shift().key()))));
    out.append("\n</details>\n");
  }

  /** On one line, with nothing in it that Markdown or HTML would take for its own. */
  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char character : Words.line(text).toCharArray()) {
      switch (character) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        // A mention would send somebody a mail.
        case '@' -> escaped.append("&#64;");
        case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
            escaped.append('\\').append(character);
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }

  /** HTML's element, as a backtick in the text would end Markdown's. */
  private static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /** The fence is longer than any in the text. */
  private static String fenced(String language, String text) {
    StringBuilder fence = new StringBuilder("```");
    while (text.contains(fence)) {
      fence.append('`');
    }
    return fence + language + "\n" + text + "\n" + fence + "\n";
  }
}
