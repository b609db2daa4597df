package dev.lacuna.agent.review.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.card.Review;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final Review REVIEW =
      Samples.night(Samples.acceptance("c1a68d3625b9", "a82f5cf4f5336d60", null));
  private static final JsonObject RUN =
      JsonParser.parseString(SarifReport.of(REVIEW, "build/plan changes.jsonl", "1.2.3"))
          .getAsJsonObject()
          .getAsJsonArray("runs")
          .get(0)
          .getAsJsonObject();

  @Test
  void query_isAResult_atItsCallSite() {
    assertThat(results().map(SarifReportTest::words))
        .containsExactlyInAnyOrder(
            "seq-scan error shop/report/Sales.java:77",
            "covering-lost warning shop/Orders.java:66",
            "plan-unobtainable error build/plan%20changes.jsonl",
            "filter-added warning shop/billing/Invoices.java:203",
            "index-lost warning shop/crm/Tiering.java:31",
            "covering-lost warning shop/web/AccountPage.java:118",
            "index-swap note shop/ops/Health.java:19",
            "index-gained note shop/Orders.java:90",
            "covering-lost warning shop/Orders.java:42 accepted");
  }

  @Test
  void rule_isThereForEachResult_once() {
    List<String> rules =
        RUN
            .getAsJsonObject("tool")
            .getAsJsonObject("driver")
            .getAsJsonArray("rules")
            .asList()
            .stream()
            .map(rule -> rule.getAsJsonObject().get("id").getAsString())
            .toList();

    assertThat(rules).doesNotHaveDuplicates();
    assertThat(results().map(result -> result.get("ruleId").getAsString())).isSubsetOf(rules);
  }

  @Test
  void key_isTheFingerprint_byWhichTheNextRunIsCompared() {
    assertThat(
            results()
                .map(
                    result ->
                        result
                            .getAsJsonObject("partialFingerprints")
                            .get("lacunaKey/v1")
                            .getAsString()))
        .contains("c1a68d3625b9", "066ce5c96886")
        .doesNotHaveDuplicates();
  }

  private static Stream<JsonObject> results() {
    return RUN.getAsJsonArray("results").asList().stream().map(JsonElement::getAsJsonObject);
  }

  private static String words(JsonObject result) {
    JsonObject place =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    JsonObject region = place.getAsJsonObject("region");
    return result.get("ruleId").getAsString()
        + " "
        + result.get("level").getAsString()
        + " "
        + place.getAsJsonObject("artifactLocation").get("uri").getAsString()
        + (region == null ? "" : ":" + region.get("startLine").getAsInt())
        + (result.has("suppressions") ? " accepted" : "");
  }
}
