package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table has no room for another column. */
final class TooManyColumns implements Rule {

  private static final int POSTGRESQL_MOST = 1600;
  private static final int INNODB_MOST = 1017;

  /** From here on it is told how many are left. */
  private static final int FEW = 100;

  private static final About ABOUT =
      new About(
          "too-many-columns",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A table has no room for another column",
          "A table of PostgreSQL numbers its columns up to 1,600, and never gives a number again: "
              + "columns that were dropped count, after any VACUUM FULL as well. A table of InnoDB has "
              + "1,017 columns at most. The statement is refused.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/limits.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Table table = subject.table();
    long more = added(subject);
    if (table == null || !subject.isFirst() || more == 0) {
      return Optional.empty();
    }
    int most = subject.isPostgresql() ? POSTGRESQL_MOST : INNODB_MOST;
    long after = table.numbers() + more - (subject.isPostgresql() ? 0 : dropped(subject));
    if (after <= most - FEW) {
      return Optional.empty();
    }
    return subject.found(
        this,
        after > most ? Severity.CAUTION : Severity.INFO,
        used(table, subject) + (after > most ? refused(most) : left(most, after)),
        subject.isPostgresql()
            ? "move the rows into a new table, which numbers its columns anew; or put the new ones into a table of their own."
            : "put the new ones into a table of their own.");
  }

  private static String used(Table table, Subject subject) {
    int gone = table.numbers() - table.columns().size();
    return subject.isPostgresql() && gone > 0
        ? "%s column numbers are used up, %s of them by columns that were dropped; "
            .formatted(Texts.count(table.numbers()), Texts.count(gone))
        : "the table has %s columns; ".formatted(Texts.count(table.numbers()));
  }

  private static String refused(int most) {
    return "there are %s at most: the server refuses the statement.".formatted(Texts.count(most));
  }

  private static String left(int most, long after) {
    return "%s of %s are left after this statement."
        .formatted(Texts.count(most - after), Texts.count(most));
  }

  private static long added(Subject subject) {
    return subject.ddl().changes().stream().filter(change -> isNew(change, subject)).count();
  }

  private static boolean isNew(Change change, Subject subject) {
    Table table = subject.table();
    return change instanceof AddColumn add
        && (table == null || table.column(add.column().name()).isEmpty());
  }

  private static long dropped(Subject subject) {
    return subject.ddl().changes().stream().filter(DropColumn.class::isInstance).count();
  }
}
