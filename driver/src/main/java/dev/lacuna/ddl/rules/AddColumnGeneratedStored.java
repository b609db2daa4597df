package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column.Source;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new stored generated column. */
final class AddColumnGeneratedStored implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-generated-stored",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A new stored generated column",
          "The value is computed and stored for every row that is there. PostgreSQL "
              + "rewrites the table under ACCESS EXCLUSIVE; MySQL and MariaDB copy it.",
          "PostgreSQL 12 and later; since 18 a `VIRTUAL` column costs nothing. MySQL and "
              + "MariaDB: all versions; MariaDB 11.8 lets writes go on while it copies.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add) || add.column().source() != Source.STORED) {
      return Optional.empty();
    }
    boolean virtual = !subject.isPostgresql() || subject.server().isAtLeast(18, 0, 0);
    Severity severity = subject.weight();
    if (!virtual) {
      return subject.found(
          this,
          severity,
          subject.costs(),
          "add a plain column; fill it by a trigger for new rows and in batches for the old ones.",
          Columns.byTrigger(subject, add.column()));
    }
    String definition =
        add.column().definition().replaceAll("(?i)\\b(STORED|PERSISTENT)\\b", "VIRTUAL");
    return subject.found(
        this,
        severity,
        subject.costs(),
        "make it VIRTUAL: it is computed when it is read.",
        "ALTER TABLE "
            + subject.tableSql()
            + " ADD COLUMN "
            + subject.name(add.column().name())
            + " "
            + definition);
  }
}
