package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new constraint on a domain. */
final class ConstrainDomain implements Rule {

  private static final About ABOUT =
      new About(
          "domain-constraint-scans",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new constraint on a domain",
          "Every table that uses the domain is locked against writes and read.",
          "All versions. NOT VALID and VALIDATE work for domains, too; VALIDATE takes "
              + "the same locks.",
          List.of("https://www.postgresql.org/docs/18/sql-alterdomain.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean scans = subject.change() instanceof Change.ConstrainDomain domain && domain.validated();
    return scans
        ? subject.found(
            this,
            subject.serverText()
                + " locks every table that uses the domain against writes, and reads it.",
            "add it as NOT VALID, so that new values are checked; validate it in a maintenance window.")
        : Optional.empty();
  }
}
