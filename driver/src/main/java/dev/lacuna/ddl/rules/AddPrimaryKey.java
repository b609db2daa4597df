package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new primary key. */
final class AddPrimaryKey implements Rule {

  private static final About ABOUT =
      new About(
          "add-primary-key",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new primary key",
          "The index is built, and the columns are searched for NULLs, while ACCESS "
              + "EXCLUSIVE keeps out reads and writes.",
          "All versions of PostgreSQL. On 10 and 11 the columns must be NOT NULL before, "
              + "else they are searched in any case.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddConstraint add)
        || !add.constraint().is(Kind.PRIMARY_KEY)
        || !subject.isPostgresql()) {
      return Optional.empty();
    }
    if (add.constraint().index() != null) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs("builds an index over"),
        "make the columns NOT NULL without a scan; build a unique index concurrently; make it the key.",
        Steps.primaryKey(subject, add.constraint()));
  }
}
