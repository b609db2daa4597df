package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A primary key or unique constraint is dropped. */
final class DropPrimaryKey implements Rule {

  private static final About ABOUT =
      new About(
          "drop-primary-key",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A primary key or unique constraint is dropped",
          "What relies on it, such as replication, upserts and foreign keys, fails or "
              + "slows down. MySQL copies the table.",
          "All versions. On MySQL and MariaDB dropping and adding a primary key in one "
              + "ALTER rebuilds in place.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof DropConstraint drop)) {
      return Optional.empty();
    }
    Table table = subject.table();
    String name = drop.name();
    Kind kind = drop.kind();
    if (kind == null && table != null && name != null) {
      kind = table.constraint(name).map(ConstraintFacts::kind).orElse(null);
    }
    if (kind != Kind.PRIMARY_KEY && kind != Kind.UNIQUE) {
      return Optional.empty();
    }
    if (isReplaced(subject)) {
      return subject.found(
          this,
          "upserts and foreign keys that rely on the old key fail.",
          "look for what relies on the old key first.");
    }
    return subject.effect().isLong()
        ? subject.found(
            this,
            subject.weight(),
            subject.costs(),
            "drop the old key and add the new one in one ALTER TABLE, which rebuilds in place.")
        : subject.found(
            this,
            "replication, upserts and foreign keys that rely on it fail.",
            "put the new key in place first.");
  }

  /** MySQL and MariaDB do both in place. */
  private static boolean isReplaced(Subject subject) {
    return !subject.isPostgresql()
        && !subject.whole().stalls()
        && subject.ddl().changes().stream()
            .anyMatch(
                change ->
                    change instanceof AddConstraint add && add.constraint().is(Kind.PRIMARY_KEY));
  }
}
