package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column is dropped. */
final class DropColumn implements Rule {

  private static final About ABOUT =
      new About(
          "drop-column",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A column is dropped",
          "Its values are gone for good, and every running instance that still names it "
              + "fails. With Lacuna the application may go on, if the column stays declared.",
          "All versions. The time it takes differs: see the effect.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean drops =
        subject.change() instanceof Change.DropColumn drop
            && !(drop.ifExists() && isGone(subject, drop.column()));
    return drops
        ? subject.found(
            this,
            "the values are lost, and running code that names the column fails.",
            "take the column out of the code first (declare it, so that either schema works); drop it a release later.")
        : Optional.empty();
  }

  private static boolean isGone(Subject subject, String column) {
    Table table = subject.table();
    return table != null && table.column(column).isEmpty();
  }
}
