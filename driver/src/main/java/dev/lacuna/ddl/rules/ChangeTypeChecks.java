package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of type that leaves the rows and checks them again. */
final class ChangeTypeChecks implements Rule {

  private static final About ABOUT =
      new About(
          "change-column-type-rechecks",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A change of type that leaves the rows and checks them again",
          "The rows fit as they are, but a CHECK on the column is made anew (or an "
              + "index, where the collation changes), and every row is read under ACCESS "
              + "EXCLUSIVE.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean scans =
        subject.change() instanceof ChangeType
            && subject.effect().scans()
            && !subject.effect().rewrites();
    return scans
        ? subject.found(
            this,
            subject.costs(),
            "drop the CHECK; change the type; add the CHECK as NOT VALID; validate it.")
        : Optional.empty();
  }
}
