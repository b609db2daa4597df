package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new serial or identity column. */
final class AddColumnNumbered implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-serial",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new serial or identity column",
          "Every row that is there gets a number of its own: the table is written anew "
              + "under a lock that keeps out reads and writes.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean numbers =
        subject.change() instanceof AddColumn add
            && add.column().isNumbered()
            && subject.isPostgresql()
            && subject.effect().rewrites();
    return numbers
        ? subject.found(
            this,
            subject.costs(),
            "add a plain column; let a sequence number new rows; number the old ones in batches.",
            Columns.numbered(subject, ((AddColumn) subject.change()).column()))
        : Optional.empty();
  }
}
