package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PRIMARY KEY USING INDEX over columns that may be NULL. */
final class PrimaryKeyNullableIndex implements Rule {

  private static final About ABOUT =
      new About(
          "primary-key-using-nullable-index",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "PRIMARY KEY USING INDEX over columns that may be NULL",
          "The index is there, but the columns are not NOT NULL: PostgreSQL reads the "
              + "whole table under ACCESS EXCLUSIVE to make them so.",
          "All versions; from 12 on a valid CHECK spares the scan.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean scans =
        subject.change() instanceof AddConstraint add
            && add.constraint().is(Kind.PRIMARY_KEY)
            && add.constraint().index() != null
            && subject.effect().scans();
    return scans
        ? subject.found(
            this,
            subject.costs(),
            "make the columns NOT NULL without a scan first: see set-not-null-scans.")
        : Optional.empty();
  }
}
