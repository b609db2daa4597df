package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ADD COLUMN IF NOT EXISTS on MySQL. */
final class IfNotExistsUnsupported implements Rule {

  private static final About ABOUT =
      new About(
          "if-not-exists-unsupported",
          Severity.CAUTION,
          Set.of(Engine.MYSQL),
          "ADD COLUMN IF NOT EXISTS on MySQL",
          "MySQL has no IF [NOT] EXISTS for columns: the statement is a syntax error. "
              + "MariaDB and PostgreSQL have it.",
          "All versions of MySQL.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/alter-table.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean mysql = subject.server().engine() == Engine.MYSQL;
    boolean add = subject.change() instanceof AddColumn added && added.ifNotExists();
    boolean drop = subject.change() instanceof Change.DropColumn dropped && dropped.ifExists();
    return mysql && (add || drop)
        ? subject.found(
            this,
            "MySQL refuses IF " + (add ? "NOT " : "") + "EXISTS for a column as a syntax error.",
            "leave it out, and ask information_schema.columns first whether the column is there.",
            subject.ddl().sql().replaceAll("(?i)\\s+IF\\s+(NOT\\s+)?EXISTS", ""))
        : Optional.empty();
  }
}
