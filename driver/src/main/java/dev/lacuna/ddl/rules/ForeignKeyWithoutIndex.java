package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A foreign key whose columns have no index. */
final class ForeignKeyWithoutIndex implements Rule {

  private static final About ABOUT =
      new About(
          "foreign-key-without-index",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "A foreign key whose columns have no index",
          "Each DELETE from the other table, and each UPDATE of its key, reads this one whole "
              + "to look for rows that refer to it. MySQL and MariaDB make the index by "
              + "themselves.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/ddl-constraints.html#DDL-CONSTRAINTS-FK"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Constraint key = key(subject);
    Table table = subject.table();
    if (key == null || table == null || isIndexed(table, key.columns())) {
      return Optional.empty();
    }
    String columns = String.join(", ", key.columns().stream().map(subject::name).toList());
    String why =
        "no index of %s begins with %s; each DELETE from %s reads the whole table."
            .formatted(table.name(), columns, key.parent());
    boolean ready = subject.change() instanceof AddConstraint && !table.isPartitioned();
    return ready
        ? subject.found(
            this,
            why,
            "build one before the foreign key, outside of any transaction.",
            "CREATE INDEX CONCURRENTLY ON %s (%s)".formatted(subject.tableSql(), columns))
        : subject.found(
            this, why, "build one as well, CONCURRENTLY, as soon as the column is there.");
  }

  private static @Nullable Constraint key(Subject subject) {
    if (subject.change() instanceof AddConstraint add) {
      return add.constraint().is(Kind.FOREIGN_KEY) ? add.constraint() : null;
    }
    return subject.change() instanceof AddColumn add
        ? add.column().constraint(Kind.FOREIGN_KEY).orElse(null)
        : null;
  }

  private static boolean isIndexed(Table table, List<String> columns) {
    return table.indexes().stream()
        .filter(index -> index.columns().size() >= columns.size())
        .anyMatch(
            index ->
                Set.copyOf(index.columns().subList(0, columns.size())).equals(Set.copyOf(columns)));
  }
}
