package dev.lacuna.agent.review.html;

import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.card.Badge;
import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Remedy;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.shift.LoggedShift;
import java.util.List;

/** A card and the rows of its queries. What a row holds when it is opened, the script draws. */
final class CardMarkup {

  private static final int START_OF_SQL = 220;

  private final Markup page;

  CardMarkup(Markup page) {
    this.page = page;
  }

  void write(Card card) {
    Finding worst = card.worst();
    String tone = worst.isImprovement() ? "gain" : card.severity().label();
    page.open("section", "class", "card " + tone, "data-card", card.key());
    page.open("header");
    page.element("span", tone, "class", "severity " + tone);
    page.element("h2", worst.sentence());
    int others = card.findings().size() - 1;
    if (others > 0) {
      page.element(
          "p", Words.count(others, "more query", "more queries") + " with it.", "class", "more");
    }
    cause(card, worst.shift());
    page.close();
    remedies(card.remedies());
    page.open("div", "class", "queries");
    card.findings().forEach(this::row);
    page.element("button", "", "type", "button", "class", "rest", "hidden", "");
    page.close().close();
  }

  private void cause(Card card, LoggedShift shift) {
    page.open("p", "class", "cause muted").element("b", "Cause ");
    page.text(card.causeWords() + " · " + shift.database() + " · " + shift.engine() + " · ");
    page.element("code", card.key(), "class", "key").close();
    String ddl = card.cause().ddl();
    if (ddl != null) {
      page.element("pre", ddl, "class", "ddl");
    }
  }

  private void remedies(List<Remedy> remedies) {
    if (remedies.isEmpty()) {
      return;
    }
    page.open("details", "class", "remedies");
    page.element("summary", "What would help (" + remedies.size() + ")");
    page.open("ol");
    for (Remedy remedy : remedies) {
      page.open("li").element("p", remedy.what());
      if (!remedy.sql().isEmpty()) {
        page.open("div", "class", "copied").element("pre", remedy.sql());
        page.element("button", "Copy", "type", "button", "class", "copy").close();
      }
      page.close();
    }
    page.close().close();
  }

  private void row(Finding finding) {
    LoggedShift shift = finding.shift();
    String tone = finding.isImprovement() ? "gain" : finding.severity().label();
    page.open(
        "details",
        "class",
        "query " + tone,
        "id",
        "q-" + shift.key(),
        "data-key",
        shift.key(),
        "data-severity",
        finding.severity().label(),
        "data-tables",
        String.join("\n", finding.tables()),
        "data-settled",
        shift.settled() ? "settled" : "not settled");
    page.open("summary");
    page.open("span", "class", "who").element("b", finding.subject());
    page.element("span", Words.count(shift.calls(), "call", "calls"), "class", "muted calls")
        .close();
    page.element("code", Words.cut(Words.line(shift.sql()), START_OF_SQL), "class", "sql");
    page.open("span", "class", "badges");
    finding.badges().forEach(this::badge);
    status(finding);
    page.close();
    LatencyStrip.write(page, finding.latency());
    page.close();
    page.empty("div", "class", "body").close();
  }

  private void badge(Badge badge) {
    page.element("span", badge.label(), "class", "badge " + badge.tone());
  }

  private void status(Finding finding) {
    if (!finding.shift().settled()) {
      page.element(
          "span",
          "not settled",
          "class",
          "badge plain",
          "title",
          "Not maintained since: it may pass.");
    }
    finding.lapsed().ifPresent(why -> page.element("span", why, "class", "badge lapsed"));
    finding.acceptance().ifPresent(this::accepted);
  }

  private void accepted(Acceptance acceptance) {
    String until = acceptance.until() == null ? "" : " until " + acceptance.until();
    page.element(
        "span",
        "accepted by " + acceptance.by() + until + ": " + acceptance.why(),
        "class",
        "badge plain");
  }
}
