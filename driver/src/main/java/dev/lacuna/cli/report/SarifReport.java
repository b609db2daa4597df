package dev.lacuna.cli.report;

import static java.util.stream.Collectors.joining;

import dev.lacuna.ddl.Json;
import dev.lacuna.ddl.Sql;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.rules.About;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.ddl.rules.Rule;
import dev.lacuna.ddl.rules.Rules;
import dev.lacuna.ddl.rules.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as SARIF 2.1.0 (OASIS Standard), for code scanning: a result a finding, at its
 * statement; what is allowed is suppressed.
 */
public final class SarifReport {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final Map<String, Integer> seen = new HashMap<>();

  private SarifReport() {}

  /**
   * The report's text.
   *
   * @param version of the tool
   */
  public static String of(Report report, String version) {
    return new SarifReport().text(report, version);
  }

  private String text(Report report, String version) {
    List<Object> results = new ArrayList<>();
    for (Judged judged : report.statements()) {
      for (Finding finding : judged.verdict().findings()) {
        results.add(result(judged, finding));
      }
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Lacuna");
    driver.put("version", version);
    driver.put("rules", Rules.all().stream().map(SarifReport::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return Json.text(root) + "\n";
  }

  private static Map<String, Object> rule(Rule rule) {
    About about = rule.about();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", about.id());
    fields.put("shortDescription", message(about.title()));
    fields.put("fullDescription", message(about.why()));
    if (!about.sources().isEmpty()) {
      fields.put("helpUri", about.sources().get(0));
    }
    fields.put("defaultConfiguration", Map.of("level", level(about.severity())));
    return fields;
  }

  private Map<String, Object> result(Judged judged, Finding finding) {
    Verdict verdict = judged.verdict();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ruleId", finding.rule());
    fields.put("level", level(finding.severity()));
    fields.put("message", message(sentences(finding)));
    fields.put("locations", List.of(Map.of("physicalLocation", place(judged))));
    fields.put("partialFingerprints", Map.of("lacunaStatement/v1", fingerprint(judged, finding)));
    if (verdict.allowed().contains(finding.rule())) {
      boolean inSource = verdict.ddl().allowed().contains(finding.rule());
      fields.put("suppressions", List.of(Map.of("kind", inSource ? "inSource" : "external")));
    }
    return fields;
  }

  private static String sentences(Finding finding) {
    String instead = finding.instead().isEmpty() ? "" : "\nInstead: " + finding.instead();
    String sql = finding.sql().stream().map(one -> "\n" + Sql.terminated(one)).collect(joining());
    return finding.why() + instead + sql;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case INFO -> "note";
      case CAUTION -> "warning";
      case DANGEROUS -> "error";
    };
  }

  private static Map<String, Object> place(Judged judged) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", judged.line());
    region.put("endLine", judged.lastLine());
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", Map.of("uri", uri(judged.file())));
    place.put("region", region);
    return place;
  }

  /** A relative reference (RFC 3986, 4.2); of a file outside of the working directory, a URI. */
  private static String uri(String file) {
    try {
      boolean absolute = file.startsWith("/");
      return new URI(absolute ? "file" : null, absolute ? "" : null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file + " is no path", e);
    }
  }

  private static Map<String, Object> message(String text) {
    return Map.of("text", text);
  }

  /**
   * The same wherever the statement moves to in its file; of equal statements, each has its own.
   */
  private String fingerprint(Judged judged, Finding finding) {
    String what =
        judged.file()
            + '\n'
            + finding.rule()
            + '\n'
            + judged.verdict().ddl().sql().replaceAll("\\s+", " ");
    int before = seen.merge(what, 1, Integer::sum);
    return digest(what + '\n' + before);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
