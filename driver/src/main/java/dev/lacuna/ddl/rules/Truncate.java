package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table is emptied. */
final class Truncate implements Rule {

  private static final About ABOUT =
      new About(
          "truncate",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A table is emptied",
          "All rows are gone, without a trigger for each, under a lock that keeps out "
              + "reads and writes. On MySQL it cannot be rolled back.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-truncate.html",
              "https://dev.mysql.com/doc/refman/9.7/en/truncate-table.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return subject.change() instanceof Change.Truncate
        ? subject.found(
            this,
            "all rows are lost, and everybody is kept out meanwhile.",
            "delete in batches, if the table is in use.")
        : Optional.empty();
  }
}
