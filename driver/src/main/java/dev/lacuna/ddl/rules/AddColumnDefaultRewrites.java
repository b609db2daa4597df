package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column with a default, before PostgreSQL 11. */
final class AddColumnDefaultRewrites implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-default-rewrites",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new column with a default, before PostgreSQL 11",
          "Before version 11 PostgreSQL had no place for the default of rows that are "
              + "there already, and wrote the table anew.",
          "PostgreSQL 10 and older. From 11 on a constant default, and `now()`, cost " + "nothing.",
          List.of("https://www.postgresql.org/docs/10/sql-altertable.html"));

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
    // What such a column costs without a default, too, is another rule's.
    boolean early =
        !subject.server().isAtLeast(11, 0, 0)
            && !subject.facts().isConstrainedDomain(column.type());
    if (!early || expression == null || !column.hasDefault() || !subject.effect().rewrites()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs(),
        "add the column without DEFAULT; set the default; backfill in batches.",
        Columns.nullableThenDefault(subject, column, expression));
  }
}
