package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.SetNotNull;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SET NOT NULL on a column that nothing proves. */
final class SetNotNullScans implements Rule {

  private static final About ABOUT =
      new About(
          "set-not-null-scans",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "SET NOT NULL on a column that nothing proves",
          "PostgreSQL reads the whole table under ACCESS EXCLUSIVE to be sure that no "
              + "NULL is in it. A valid CHECK that says so spares that.",
          "All versions; on 10 and 11 not even a CHECK helps, so keep that instead. From "
              + "18 on NOT NULL itself may be NOT VALID at first.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof SetNotNull change)
        || !subject.effect().scans()
        || !subject.isPostgresql()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs(),
        "add a constraint that is not valid yet; validate it, which locks nobody out.",
        Steps.notNull(subject, change.column()));
  }
}
