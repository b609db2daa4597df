package dev.lacuna.agent.review.ci;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.card.CallSite;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.Shift;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The review as SARIF 2.1.0 (OASIS Standard), for code scanning: a result a query, at its call
 * site; an accepted one is suppressed.
 */
public final class SarifReport {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifReport() {}

  /**
   * The report's text.
   *
   * @param log the plan-change log's name, which stands for the place of what has no call site
   * @param version of the tool
   */
  public static String of(Review review, String log, String version) {
    JsonArray results = new JsonArray();
    Map<String, JsonObject> rules = new TreeMap<>();
    review
        .all()
        .forEach(
            finding -> {
              Shift worst = finding.shift().worst();
              rules.computeIfAbsent(worst.kind(), kind -> rule(kind));
              results.add(result(finding, worst, log));
            });
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "Lacuna");
    driver.addProperty("version", version);
    driver.add("rules", array(List.copyOf(rules.values())));
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("results", results);
    JsonObject root = new JsonObject();
    root.addProperty("$schema", SCHEMA);
    root.addProperty("version", "2.1.0");
    root.add("runs", array(List.of(run)));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject rule(String kind) {
    JsonObject rule = new JsonObject();
    rule.addProperty("id", kind);
    rule.add("shortDescription", message("A query's plan shifted: " + kind.replace('-', ' ')));
    return rule;
  }

  private static JsonObject result(Finding finding, Shift worst, String log) {
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", worst.kind());
    result.addProperty("level", level(finding.severity()));
    result.add("message", message(finding.sentence()));
    result.add("locations", locations(finding, log));
    JsonObject prints = new JsonObject();
    prints.addProperty("lacunaKey/v1", finding.shift().key());
    result.add("partialFingerprints", prints);
    finding
        .acceptance()
        .ifPresent(
            acceptance -> result.add("suppressions", array(List.of(suppression(acceptance)))));
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case INFO -> "note";
      case WARN -> "warning";
      case BLOCK -> "error";
    };
  }

  private static JsonObject suppression(Acceptance acceptance) {
    JsonObject suppression = new JsonObject();
    suppression.addProperty("kind", "external");
    suppression.addProperty("status", "accepted");
    suppression.addProperty("justification", acceptance.by() + ": " + acceptance.why());
    return suppression;
  }

  /** GitHub takes no result without a place. */
  private static JsonArray locations(Finding finding, String log) {
    CallSite site = CallSite.parse(finding.shift().callSite());
    String path = site == null ? null : site.path();
    JsonObject location = new JsonObject();
    location.add(
        "physicalLocation",
        site == null || path == null ? place(uri(log), 0) : place(path, site.line()));
    return array(List.of(location));
  }

  /** The region is left out where the line is 0. */
  private static JsonObject place(String uri, int line) {
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", uri);
    JsonObject place = new JsonObject();
    place.add("artifactLocation", artifact);
    if (line > 0) {
      JsonObject region = new JsonObject();
      region.addProperty("startLine", line);
      place.add("region", region);
    }
    return place;
  }

  /** A file's name as a relative reference (RFC 3986, 4.2). */
  private static String uri(String file) {
    try {
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file + " is no path", e);
    }
  }

  private static JsonObject message(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    return message;
  }

  private static JsonArray array(List<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }
}
