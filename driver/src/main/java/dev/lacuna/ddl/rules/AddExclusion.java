package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new exclusion constraint. */
final class AddExclusion implements Rule {

  private static final About ABOUT =
      new About(
          "add-exclusion-constraint",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new exclusion constraint",
          "Its index is built and every row is checked against the others while ACCESS "
              + "EXCLUSIVE keeps out reads and writes. It cannot be NOT VALID, nor use an "
              + "index that is there.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean exclusion =
        subject.change() instanceof AddConstraint add && add.constraint().is(Kind.EXCLUSION);
    return exclusion
        ? subject.found(
            this,
            subject.costs("builds an index over"),
            "there is no gentle way: add it to a new table and move the rows there, or check by a trigger.")
        : Optional.empty();
  }
}
