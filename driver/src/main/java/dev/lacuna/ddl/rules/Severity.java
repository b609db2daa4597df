package dev.lacuna.ddl.rules;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
  /** Advice; it does not change the verdict. */
  INFO,
  /** Nobody is locked out for long, but something else breaks, fails or lags. */
  CAUTION,
  /** Others wait for as long as the table is big, or the statement fails half-way. */
  DANGEROUS;

  /** In lower case, as JSON and the pages have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
