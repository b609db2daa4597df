package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** REFERENCES beside a column, which older servers ignore. */
final class ReferencesIgnored implements Rule {

  private static final About ABOUT =
      new About(
          "inline-references-ignored",
          Severity.CAUTION,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "REFERENCES beside a column, which older servers ignore",
          "The clause is read and forgotten, without a word: there is no foreign key, and "
              + "orphans come.",
          "MySQL before 9.0, MariaDB before 10.5. Later ones make the foreign key.",
          List.of(
              "https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html",
              "https://mariadb.com/kb/en/foreign-keys/"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean heeded =
        subject.server().isMariadb()
            ? subject.server().isAtLeast(10, 5, 0)
            : subject.server().isAtLeast(9, 0, 0);
    Optional<Column> column = columns(subject).filter(one -> one.has(Kind.FOREIGN_KEY)).findFirst();
    if (heeded || column.isEmpty()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        "%s reads REFERENCES beside %s and ignores it: there will be no foreign key."
            .formatted(subject.serverText(), column.get().name()),
        "write it as a constraint of the table: FOREIGN KEY (…) REFERENCES ….");
  }

  private static Stream<Column> columns(Subject subject) {
    if (subject.change() instanceof CreateTable create) {
      return create.columns().stream();
    }
    return subject.change() instanceof AddColumn add ? Stream.of(add.column()) : Stream.empty();
  }
}
