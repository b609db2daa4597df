package dev.lacuna.agent.review.html;

import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The review as one HTML page that asks for nothing else: no font, no picture, no address. Its
 * policy allows the page's own script and style, by their hashes, and nothing more: what stands in
 * a statement's text cannot run even if it were not escaped (Content Security Policy Level 3,
 * 2.3.1).
 *
 * <p>Cards and rows are in the markup, and can be read where scripts do not run. Plans are in a
 * table of their own, each pair once, and are drawn when a row is opened: so a page of thousands of
 * shifts stays small.
 */
public final class HtmlReport {

  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param log the log's name, which is shown and stands in the commands that the page offers
   * @param made when, in words
   */
  public static String of(Review review, String log, String made) {
    Markup page = new Markup();
    page.own("<!doctype html>\n").open("html", "lang", "en");
    head(page);
    page.open("body");
    top(page, review, log, made);
    toolbar(page, review);
    page.open("main");
    cards(page, review);
    page.close();
    page.own(PageParts.HELP);
    page.open("script", "type", "application/json", "id", "data")
        .own(PageData.of(review, log))
        .close();
    page.open("script").own(SCRIPT).close();
    return page.close().close().own("\n").toString();
  }

  private static void head(Markup page) {
    page.open("head")
        .own("<meta charset=\"utf-8\">")
        .own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .own(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
        .own(
            hash(STYLE)
                + "; script-src "
                + hash(SCRIPT)
                + "; base-uri 'none'; form-action 'none'\">")
        .element("title", "Plan review")
        .open("style")
        .own(STYLE)
        .close()
        .close();
  }

  private static void top(Markup page, Review review, String log, String made) {
    page.open("header", "class", "top").open("div");
    page.element("h1", "Plan review").element("p", review.summary() + ".", "class", "summary");
    page.element("p", log + " · " + made, "class", "muted").close();
    page.open("div", "class", "buttons");
    page.element("button", "Theme", "type", "button", "id", "theme", "title", "Light or dark (t)");
    page.element("button", "Keys", "type", "button", "id", "keys", "title", "Keyboard (?)");
    page.close().close();
    if (!review.problems().isEmpty()) {
      page.open("div", "class", "problems", "role", "status");
      review.problems().stream().limit(20).forEach(problem -> page.element("p", problem));
      page.close();
    }
    page.own(
        "<noscript><p class=\"problems\">Scripts are off: plans and filters need them.</p></noscript>");
  }

  private static void toolbar(Markup page, Review review) {
    page.open("div", "class", "toolbar", "role", "search");
    page.open("span", "class", "toggles", "role", "group", "aria-label", "Severity");
    for (Severity severity : List.of(Severity.BLOCK, Severity.WARN, Severity.INFO)) {
      page.open(
          "button",
          "type",
          "button",
          "class",
          "toggle " + severity.label(),
          "data-severity",
          severity.label(),
          "aria-pressed",
          "true");
      page.text(severity.label() + " ").element("b", String.valueOf(count(review, severity)));
      page.close();
    }
    page.close();
    select(page, "table", "All tables", tables(review));
    select(page, "settled", "Settled or not", List.of("settled", "not settled"));
    page.empty(
        "input",
        "type",
        "search",
        "id",
        "search",
        "placeholder",
        "Search queries, SQL, keys  ( / )",
        "aria-label",
        "Search");
    page.element("span", "", "id", "shown", "class", "muted", "role", "status");
    page.element("button", "Open all", "type", "button", "id", "all");
    page.close();
  }

  /** Of all that the page shows. */
  private static long count(Review review, Severity severity) {
    return review.all().filter(finding -> finding.severity() == severity).count();
  }

  private static void select(Markup page, String id, String all, List<String> values) {
    page.open("select", "id", id, "aria-label", all).element("option", all, "value", "");
    values.forEach(value -> page.element("option", value, "value", value));
    page.close();
  }

  private static List<String> tables(Review review) {
    return List.copyOf(
        review
            .all()
            .flatMap(finding -> finding.tables().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void cards(Markup page, Review review) {
    if (review.open().isEmpty()) {
      page.open("p", "class", "calm").text("Nothing to review.").close();
    }
    CardMarkup cards = new CardMarkup(page);
    review.open().forEach(cards::write);
    fold(page, cards, "improvements", "Improvements", review.improvements());
    fold(page, cards, "accepted", "Accepted", review.accepted());
    page.element("p", "Nothing matches the filters.", "class", "calm", "id", "none", "hidden", "");
  }

  private static void fold(
      Markup page, CardMarkup cards, String id, String title, List<Card> folded) {
    if (folded.isEmpty()) {
      return;
    }
    int count = folded.stream().mapToInt(card -> card.findings().size()).sum();
    page.open("details", "class", "fold", "id", id);
    page.open("summary")
        .element("h2", title)
        .element("span", " " + count, "class", "count")
        .close();
    folded.forEach(cards::write);
    page.close();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
