package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An index on a column that is just being added. */
final class IndexInSameStep implements Rule {

  private static final About ABOUT =
      new About(
          "index-in-same-step",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "An index on a column that is just being added",
          "Nothing is in the column yet, so the index helps nobody; built now it makes "
              + "the step heavier, and each row of the backfill is written into it.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof CreateIndex index)) {
      return Optional.empty();
    }
    boolean fresh =
        Stream.concat(subject.before().stream(), Stream.of(subject.ddl()))
            .filter(
                ddl -> String.valueOf(ddl.table()).equals(String.valueOf(subject.ddl().table())))
            .flatMap(ddl -> ddl.changes().stream())
            .anyMatch(
                change ->
                    change instanceof AddColumn add
                        && isEmpty(add.column())
                        && index.columns().contains(add.column().name()));
    return fresh
        ? subject.found(
            this,
            "the column is empty yet, and its backfill has to write into the index as well.",
            "fill the column first; build the index in a later step.")
        : Optional.empty();
  }

  private static boolean isEmpty(Column column) {
    return column.source() == Column.Source.GIVEN && !column.hasDefault();
  }
}
