package dev.lacuna.cli.report;

import dev.lacuna.ddl.VerdictJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as JSON: one object a statement, each on its line. */
public final class JsonReport {

  private JsonReport() {}

  /** The report's text. */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    for (Judged judged : report.statements()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("file", judged.file());
      place.put("line", judged.line());
      text.append(VerdictJson.of(judged.verdict(), place)).append('\n');
    }
    return text.toString();
  }
}
