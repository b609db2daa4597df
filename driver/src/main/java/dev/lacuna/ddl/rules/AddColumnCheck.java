package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column with a CHECK beside it. */
final class AddColumnCheck implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-inline-check",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A new column with a CHECK beside it",
          "PostgreSQL reads the whole table under ACCESS EXCLUSIVE to check rows that "
              + "are all NULL; MySQL copies it.",
          "PostgreSQL: all versions. MySQL: 8.0.16 and later (before, a CHECK is "
              + "ignored). MariaDB adds it at once.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add) || !add.column().has(Kind.CHECK)) {
      return Optional.empty();
    }
    if (!subject.effect().isLong()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.weight(),
        subject.costs(),
        subject.isPostgresql()
            ? "add the column without the check; add the check as NOT VALID; validate it."
            : "add the column without the check, at once; check in the application.",
        Columns.plainThenCheck(subject, add.column()));
  }
}
