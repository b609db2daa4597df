package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new CHECK that is valid at once. */
final class AddCheckScans implements Rule {

  private static final About ABOUT =
      new About(
          "add-check-constraint",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A new CHECK that is valid at once",
          "PostgreSQL reads the whole table under ACCESS EXCLUSIVE. MySQL and MariaDB "
              + "copy the table.",
          "PostgreSQL: all versions. MySQL: 8.0.16 and later. MariaDB 11.8 lets writes "
              + "go on while it copies.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddConstraint add)
        || !add.constraint().is(Kind.CHECK)
        || !subject.effect().isLong()) {
      return Optional.empty();
    }
    return subject.isPostgresql()
        ? subject.found(
            this,
            subject.weight(),
            subject.costs(),
            "add it as NOT VALID; validate it, which locks nobody out.",
            Steps.check(subject, add.constraint()))
        : subject.found(
            this,
            subject.weight(),
            subject.costs(),
            "check in the application, or build the table anew beside it with gh-ost or pt-online-schema-change.");
  }
}
