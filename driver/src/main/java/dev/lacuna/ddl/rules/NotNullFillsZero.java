package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column.Source;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new NOT NULL column without a default is filled silently. */
final class NotNullFillsZero implements Rule {

  private static final About ABOUT =
      new About(
          "not-null-fills-zero",
          Severity.INFO,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A new NOT NULL column without a default is filled silently",
          "The rows that are there get 0, the empty text or the zero date, as if "
              + "somebody had written it. Nothing tells them from real values later.",
          "All versions of MySQL and MariaDB.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean silent =
        subject.change() instanceof AddColumn add
            && !subject.isPostgresql()
            && add.column().notNull()
            && add.column().defaultExpression() == null
            && add.column().source() == Source.GIVEN;
    return silent
        ? subject.found(
            this,
            "the rows that are there get 0, '' or a zero date without a word.",
            "say the DEFAULT that they shall have, or let the column be NULL until it is filled.")
        : Optional.empty();
  }
}
