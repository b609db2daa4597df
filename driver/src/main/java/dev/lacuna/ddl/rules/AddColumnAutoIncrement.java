package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new AUTO_INCREMENT column. */
final class AddColumnAutoIncrement implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-auto-increment",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A new AUTO_INCREMENT column",
          "Every row gets a number: the table is built anew while writes wait.",
          "All versions of MySQL and MariaDB.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean numbers =
        subject.change() instanceof AddColumn add
            && add.column().isNumbered()
            && !subject.isPostgresql();
    return numbers
        ? subject.found(
            this,
            subject.costs(),
            "build the table anew beside it with gh-ost or pt-online-schema-change.")
        : Optional.empty();
  }
}
