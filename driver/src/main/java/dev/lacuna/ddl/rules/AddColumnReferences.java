package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column with REFERENCES beside it. */
final class AddColumnReferences implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-inline-references",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A new column with REFERENCES beside it",
          "On PostgreSQL both tables are locked: this one against everybody, the other "
              + "against writes. With a default, every row is looked up as well. MySQL 9 and "
              + "MariaDB copy the table.",
          "PostgreSQL: without a default nothing is read (caution); with one, the table "
              + "is. MySQL before 9.0 and MariaDB before 10.5 read the clause and ignore it.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add)) {
      return Optional.empty();
    }
    Constraint key = add.column().constraint(Kind.FOREIGN_KEY).orElse(null);
    if (key == null || (!subject.isPostgresql() && !subject.effect().isLong())) {
      return Optional.empty();
    }
    Severity severity = subject.effect().isLong() ? subject.weight() : Severity.CAUTION;
    return subject.found(
        this,
        severity,
        subject.effect().isLong()
            ? subject.costs()
            : subject.serverText()
                + " locks "
                + key.parent()
                + " against writes as well; whoever holds it makes both wait.",
        "add the column; add the foreign key by itself, " + instead(subject),
        Columns.plainThenForeignKey(subject, add.column(), key));
  }

  private static String instead(Subject subject) {
    if (PartitionKeys.isNeeded(subject)) {
      return PartitionKeys.briefly(subject);
    }
    return subject.isPostgresql()
        ? "as NOT VALID; validate it."
        : "without a check of the old rows.";
  }
}
