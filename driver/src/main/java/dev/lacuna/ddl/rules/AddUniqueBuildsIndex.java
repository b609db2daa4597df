package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new UNIQUE constraint. */
final class AddUniqueBuildsIndex implements Rule {

  private static final About ABOUT =
      new About(
          "add-unique-constraint",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new UNIQUE constraint",
          "Its index is built while ACCESS EXCLUSIVE keeps out reads and writes.",
          "All versions of PostgreSQL.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddConstraint add)
        || !add.constraint().is(Kind.UNIQUE)
        || !subject.isPostgresql()
        || !subject.effect().scans()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs("builds an index over"),
        "build a unique index concurrently; make it the constraint.",
        Steps.keyUsingIndex(subject, add.constraint(), "UNIQUE"));
  }
}
