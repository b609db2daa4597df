package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new NOT NULL column without a default. */
final class AddColumnNotNull implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-not-null-without-default",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new NOT NULL column without a default",
          "No row that is there has a value for it: the statement reads the table and "
              + "fails as soon as it has one row. On an empty table it works, which is why it "
              + "passes on the developer's machine.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add) || !subject.isPostgresql()) {
      return Optional.empty();
    }
    Column column = add.column();
    boolean noValue =
        column.notNull()
            && !column.hasDefault()
            && !column.isGenerated()
            && !column.isNumbered()
            && !subject.effect().rewrites();
    if (!noValue || !subject.effect().scans()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        "the rows that are there have no value for "
            + column.name()
            + ", so the statement fails if "
            + subject.tableText()
            + " has any.",
        "add the column nullable; backfill in batches; then make it NOT NULL without a scan.",
        Columns.nullableThenNotNull(subject, column));
  }
}
