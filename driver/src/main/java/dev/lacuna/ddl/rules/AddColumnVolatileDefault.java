package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column whose default has another value in each row. */
final class AddColumnVolatileDefault implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-volatile-default",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new column whose default has another value in each row",
          "PostgreSQL has to compute the default for every row that is there, so it "
              + "writes the whole table and its indexes anew, under a lock that keeps out "
              + "reads and writes.",
          "All versions. A function that the server does not know, or that nobody could "
              + "be asked about, is taken for volatile.",
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
    String expression = column.defaultExpression();
    boolean late = subject.server().isAtLeast(11, 0, 0);
    if (expression == null
        || !column.hasDefault()
        || !late
        || !Columns.isVolatile(subject, column)) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs(),
        "add the column without DEFAULT; set the default; backfill in batches.",
        Columns.nullableThenDefault(subject, column, expression));
  }
}
