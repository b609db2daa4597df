package dev.lacuna.agent.review.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @Test
  void page_namesNoAddress() {
    assertThat(page(Samples.night()))
        .doesNotContainPattern("(?i)(?:https?:)?//\\w")
        .doesNotContainPattern("(?i)@import|url\\(|<link|<img|<iframe|\\ssrc=");
  }

  @Test
  void policy_allowsThePagesOwnScriptAndStyleAlone() throws Exception {
    String page = page(Samples.night());

    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\""
                .formatted(hash(page, "<style>", "</style>"), hash(page, "<script>", "</script>")));
    assertThat(page).doesNotContainPattern("\\s(?:on\\w+|style)=\"");
  }

  @Test
  void textOfAStatement_isText() {
    LoggedShift hostile =
        Samples.shift(
            "a1",
            Samples.HOSTILE,
            "postgresql 18.6",
            Samples.cause("add-column"),
            Samples.shift("sort-added", Severity.WARN));

    String page = page(Samples.review(hostile));

    assertThat(page)
        .contains("&lt;img src=x onerror=alert(2)&gt;")
        .doesNotContain("<img", "<script>alert");
    assertThat(data(page).getAsJsonObject("queries").getAsJsonObject("a1").get("sql").getAsString())
        .isEqualTo(Samples.HOSTILE);
  }

  @Test
  void plans_thatAreTheSame_areInThePageOnce() {
    String page = page(Samples.review(Samples.many(300).toArray(LoggedShift[]::new)));

    assertThat(data(page).getAsJsonArray("plans")).hasSize(1);
    assertThat(data(page).getAsJsonObject("queries").size()).isEqualTo(300);
  }

  @Test
  void nothingToReview_isSaid() {
    assertThat(page(Samples.review(new LoggedShift[0])))
        .contains("<p class=\"calm\">Nothing to review.</p>");
  }

  @Test
  void withoutScripts_sentencesBadgesAndLatencyAreThere() {
    assertThat(page(Samples.night()).replaceAll("(?s)<script.*?</script>", ""))
        .contains(
            "<h2>Orders.byCustomer lost its index-only scan on o_cov: SELECT * now fetches region.</h2>",
            "<span class=\"badge block\">scans a big table</span>",
            "p50 0.40 → 2 ms, p95 1.1 → 6.3 ms (5.7×)",
            "VACUUM (ANALYZE) public.orders;",
            "<noscript>");
  }

  private static String page(Review review) {
    return HtmlReport.of(review, "plan-changes.jsonl", "2026-11-21 09:30");
  }

  private static JsonObject data(String page) {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return JsonParser.parseString(matcher.group(1)).getAsJsonObject();
  }

  private static String hash(String page, String start, String end) throws Exception {
    int from = page.lastIndexOf(start) + start.length();
    byte[] text = page.substring(from, page.indexOf(end, from)).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
  }
}
