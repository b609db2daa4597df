package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column with UNIQUE beside it. */
final class AddColumnUnique implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-inline-unique",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new column with UNIQUE beside it",
          "The index is built while ACCESS EXCLUSIVE keeps out reads and writes.",
          "All versions of PostgreSQL. MySQL and MariaDB rebuild the table, and writes " + "go on.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add)
        || !subject.isPostgresql()
        || !add.column().has(Kind.UNIQUE)) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs("builds an index over"),
        "add the column; build the index concurrently; make it the constraint.",
        Columns.plainThenUnique(subject, add.column()));
  }
}
