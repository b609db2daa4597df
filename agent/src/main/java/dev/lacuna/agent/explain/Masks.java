package dev.lacuna.agent.explain;

import dev.lacuna.agent.observe.Normalizer;
import dev.lacuna.engine.Dialect;
import java.util.regex.Pattern;

/** Conditions of plans without their values. */
final class Masks {

  /** The type behind a constant depends on the constant: {@code '-1'::integer}, but {@code 1}. */
  private static final Pattern CAST =
      Pattern.compile(
          "\\?::(?:\"[^\"]+\"|[\\w.]+)(?: varying| precision| with(?:out)? time zone)?"
              + "(?:\\([\\d?, ]+\\))?(?:\\[\\])*");

  private Masks() {}

  static String mask(String condition, Dialect dialect) {
    return CAST.matcher(Normalizer.mask(condition, dialect)).replaceAll("?");
  }
}
