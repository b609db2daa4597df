package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new foreign key that is valid at once. */
final class AddForeignKeyValidates implements Rule {

  private static final About ABOUT =
      new About(
          "add-foreign-key",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A new foreign key that is valid at once",
          "PostgreSQL locks both tables against writes while it looks up every row. "
              + "MySQL and MariaDB copy the table.",
          "PostgreSQL: all versions; on partitioned tables NOT VALID is refused before 18, but from"
              + " 12 on they take over what their partitions have and have validated. MySQL and"
              + " MariaDB: with `foreign_key_checks=0` nothing is copied and no old row is"
              + " checked.",
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
        || !add.constraint().is(Kind.FOREIGN_KEY)
        || !subject.effect().isLong()) {
      return Optional.empty();
    }
    Constraint key = add.constraint();
    return subject.found(
        this,
        subject.weight(),
        subject.costs() + (subject.isPostgresql() ? " So do writes to " + key.parent() + "." : ""),
        instead(subject),
        Steps.foreignKey(subject, key));
  }

  private static String instead(Subject subject) {
    if (PartitionKeys.isNeeded(subject)) {
      return PartitionKeys.instead(subject);
    }
    return subject.isPostgresql()
        ? "add it as NOT VALID; validate it, which locks nobody out."
        : "look for orphans; then add the key without a check of the old rows.";
  }
}
