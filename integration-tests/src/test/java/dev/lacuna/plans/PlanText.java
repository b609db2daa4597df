package dev.lacuna.plans;

import java.util.regex.Pattern;

/** A server's printed plan, without what moves by itself. */
final class PlanText {

  private static final Pattern ESTIMATES =
      Pattern.compile(
          "\"(?:cost_info|possible_keys|used_columns)\"\\s*:\\s*(?:\\{[^}]*}|\\[[^]]*]),?"
              + "|\"(?:cost|rows|loops|filtered|rows_examined_per_scan|rows_produced_per_join|r_\\w+)\""
              + "\\s*:\\s*\"?[-+.\\deE]+\"?,?");

  private PlanText() {}

  static String withoutEstimates(String plan) {
    return ESTIMATES.matcher(plan).replaceAll("").replaceAll("\\s+", " ");
  }
}
