package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column that becomes the primary key at once. */
final class AddColumnPrimaryKey implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-inline-primary-key",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new column that becomes the primary key at once",
          "The rows get their values and the index is built, all under ACCESS EXCLUSIVE.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean key =
        subject.change() instanceof AddColumn add
            && subject.isPostgresql()
            && add.column().has(Kind.PRIMARY_KEY);
    return key
        ? subject.found(
            this,
            subject.costs(),
            "add and fill the column first; build a unique index concurrently; then ADD PRIMARY KEY USING INDEX.",
            Columns.laterPrimaryKey(subject, ((AddColumn) subject.change()).column()))
        : Optional.empty();
  }
}
