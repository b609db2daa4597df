package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ADD CONSTRAINT ... NOT NULL that is valid at once. */
final class AddNotNullScans implements Rule {

  private static final About ABOUT =
      new About(
          "add-not-null-constraint-scans",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "ADD CONSTRAINT … NOT NULL that is valid at once",
          "Like SET NOT NULL: the table is read under ACCESS EXCLUSIVE.",
          "PostgreSQL 18, which brought the syntax.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean scans =
        subject.change() instanceof AddConstraint add
            && add.constraint().is(Kind.NOT_NULL)
            && subject.effect().scans();
    return scans
        ? subject.found(
            this,
            subject.costs(),
            "add it as NOT VALID; validate it, which locks nobody out.",
            Steps.notNull(
                subject, ((AddConstraint) subject.change()).constraint().columns().get(0)))
        : Optional.empty();
  }
}
