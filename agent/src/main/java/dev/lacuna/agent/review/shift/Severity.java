package dev.lacuna.agent.review.shift;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much a shift matters, the least first. */
public enum Severity {
  INFO,
  WARN,
  BLOCK;

  /** As the log has it; what is not known is taken for the worst. */
  static Severity of(@Nullable String text) {
    for (Severity severity : values()) {
      if (severity.label().equals(text)) {
        return severity;
      }
    }
    return BLOCK;
  }

  /** As the log and the command line spell it: {@code warn}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
