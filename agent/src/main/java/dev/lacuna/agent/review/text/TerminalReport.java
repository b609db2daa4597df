package dev.lacuna.agent.review.text;

import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.card.Badge;
import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Remedy;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.shift.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The review for a terminal: a card a cause, its sentence first. */
public final class TerminalReport {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 140;
  private static final String INDENT = "  ";
  private static final String HOW_TO_ACCEPT =
      "To accept: java -jar lacuna-agent.jar accept [LOG] KEY --by WHO --why REASON";

  private final StringBuilder out = new StringBuilder();
  private final Paint paint;
  private final int width;
  private final int queries;

  private TerminalReport(Paint paint, int width, int queries) {
    this.paint = paint;
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.queries = queries;
  }

  /**
   * The report.
   *
   * @param width in columns
   * @param queries how many of a card's queries are shown whole; the others have a line each
   */
  public static String of(Review review, Paint paint, int width, int queries) {
    TerminalReport report = new TerminalReport(paint, width, queries);
    report.write(review);
    return report.out.toString();
  }

  private void write(Review review) {
    review.open().forEach(this::card);
    if (!review.improvements().isEmpty()) {
      line(paint.gain("Improvements"));
      review.improvements().forEach(card -> card.findings().forEach(this::improvement));
      line("");
    }
    if (!review.accepted().isEmpty()) {
      line(paint.faint("Accepted"));
      review.accepted().forEach(card -> card.findings().forEach(this::accepted));
      line("");
    }
    paragraph("", review.summary() + ".", paint::strong);
    if (!review.open().isEmpty()) {
      faint("", HOW_TO_ACCEPT);
    }
  }

  private void card(Card card) {
    Severity severity = card.severity();
    String label = severity.label().toUpperCase(Locale.ROOT);
    List<String> sentence = Lines.wrapped(label + " " + card.sentence(), width);
    line(paint.of(severity, label) + paint.strong(sentence.get(0).substring(label.length())));
    sentence.stream().skip(1).forEach(rest -> line(paint.strong(rest)));
    faint(
        INDENT,
        "cause: "
            + card.causeWords()
            + " · "
            + card.worst().shift().database()
            + " · "
            + card.worst().shift().engine()
            + " · "
            + card.key());
    if (card.cause().ddl() != null) {
      faint(INDENT + INDENT, String.valueOf(card.cause().ddl()));
    }
    line("");
    card.findings().stream().limit(queries).forEach(this::query);
    card.findings().stream().skip(queries).forEach(this::shortQuery);
    card.remedies().forEach(this::remedy);
    line("");
  }

  private void query(Finding finding) {
    head(finding);
    paragraph(INDENT + INDENT, badges(finding), paint::strong);
    faint(INDENT + INDENT, finding.shift().sql());
    String latency = finding.latency().words();
    if (!latency.isEmpty()) {
      paragraph(INDENT + INDENT, latency, words -> words);
    }
    finding
        .lapsed()
        .ifPresent(why -> paragraph(INDENT + INDENT, why, text -> paint.of(Severity.WARN, text)));
    for (PlanText.MarkedLine marked : PlanText.of(finding.plans())) {
      line(paint.of(marked.change(), Words.cut(INDENT + INDENT + marked.text(), width)));
    }
    line("");
  }

  private void shortQuery(Finding finding) {
    head(finding);
    faint(INDENT + INDENT, badges(finding));
  }

  /** On one line where it fits. */
  private void head(Finding finding) {
    String subject = Words.cut(finding.subject(), width - INDENT.length() - 2);
    String settled = finding.shift().settled() ? "" : " · not settled";
    String rest =
        Words.count(finding.shift().calls(), "call", "calls")
            + settled
            + " · "
            + finding.shift().key();
    String head = INDENT + paint.of(finding.severity(), "●") + " " + paint.strong(subject);
    if (INDENT.length() + 2 + subject.length() + 3 + rest.length() <= width) {
      line(head + " · " + rest);
    } else {
      line(head);
      paragraph(INDENT + INDENT, rest, words -> words);
    }
  }

  private static String badges(Finding finding) {
    return finding.badges().stream().map(Badge::label).collect(Collectors.joining(", "));
  }

  private void remedy(Remedy remedy) {
    for (String words : Lines.wrapped("→ " + remedy.what(), width - INDENT.length())) {
      line(INDENT + words);
    }
    remedy.sql().lines().forEach(sql -> line(INDENT + INDENT + paint.gain(sql)));
  }

  private void improvement(Finding finding) {
    String latency = finding.latency().words();
    paragraph(
        finding.sentence()
            + (latency.isEmpty() ? "" : " " + latency)
            + " · "
            + finding.shift().key());
  }

  private void accepted(Finding finding) {
    finding.acceptance().ifPresent(acceptance -> paragraph(words(finding, acceptance)));
  }

  private static String words(Finding finding, Acceptance acceptance) {
    String until = acceptance.until() == null ? "" : " until " + acceptance.until();
    return "%s (%s%s: %s) · %s"
        .formatted(
            finding.sentence(), acceptance.by(), until, acceptance.why(), finding.shift().key());
  }

  private void paragraph(String text) {
    paragraph(INDENT, text, words -> words);
  }

  private void faint(String indent, String text) {
    paragraph(indent, text, paint::faint);
  }

  private void paragraph(String indent, String text, UnaryOperator<String> as) {
    Lines.wrapped(text, width - indent.length()).forEach(words -> line(indent + as.apply(words)));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
