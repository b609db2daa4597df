package dev.lacuna.ddl;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Replication;
import dev.lacuna.ddl.rules.Estimate;
import dev.lacuna.ddl.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict as JSON: one object, on one line. */
public final class VerdictJson {

  private VerdictJson() {}

  /** The object's text. */
  public static String of(Verdict verdict) {
    return of(verdict, Map.of());
  }

  /** The same, with further fields behind the others. */
  public static String of(Verdict verdict, Map<String, ?> further) {
    Map<String, @Nullable Object> fields = fields(verdict);
    fields.putAll(further);
    return Json.text(fields);
  }

  private static Map<String, @Nullable Object> fields(Verdict verdict) {
    Effect effect = verdict.effect();
    ObjectName table = verdict.ddl().table();
    Estimate estimate = verdict.estimate();
    Algorithm algorithm = effect.algorithm();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("statement", verdict.ddl().sql());
    fields.put("engine", verdict.facts().server().engine().urlName());
    fields.put("version", verdict.facts().server().version().toString());
    fields.put("table", table == null ? null : table.toString());
    fields.put("verdict", verdict.level().label());
    fields.put("lock", effect.lock().sql());
    fields.put("blocksReads", effect.blocksReads());
    fields.put("blocksWrites", effect.blocksWrites());
    fields.put("rewrites", effect.rewrites());
    fields.put("scans", effect.scans());
    fields.put("algorithm", algorithm == null ? null : algorithm.name());
    fields.put("estimatedSeconds", estimate == null ? null : rounded(estimate.high()));
    fields.put("estimatedSecondsAtLeast", estimate == null ? null : rounded(estimate.low()));
    Replication replication = verdict.facts().server().replication();
    fields.put("replicas", known(replication.replicas()));
    fields.put("replicaLagSeconds", known(replication.lagSeconds()));
    fields.put("rules", rules(verdict.findings()));
    fields.put("allowed", List.copyOf(verdict.allowed()));
    return fields;
  }

  private static @Nullable Long known(long value) {
    return value < 0 ? null : value;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }

  private static List<Object> rules(List<Finding> findings) {
    List<Object> rules = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("id", finding.rule());
      fields.put("severity", finding.severity().label());
      fields.put("why", finding.why());
      fields.put("instead", finding.instead());
      fields.put("sql", finding.sql());
      rules.add(fields);
    }
    return rules;
  }
}
