package dev.lacuna.ddl;

import dev.lacuna.ddl.rules.Severity;
import java.util.Locale;

/** What a verdict comes to. */
public enum Level {
  SAFE("Safe"),
  CAUTION("Caution"),
  DANGEROUS("Dangerous");

  private final String title;

  Level(String title) {
    this.title = title;
  }

  static Level of(Severity severity) {
    return switch (severity) {
      case INFO -> SAFE;
      case CAUTION -> CAUTION;
      case DANGEROUS -> DANGEROUS;
    };
  }

  /** The word that begins a message. */
  public String title() {
    return title;
  }

  /** In lower case, as JSON has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
