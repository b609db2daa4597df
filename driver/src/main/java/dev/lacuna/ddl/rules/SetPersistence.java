package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.TableSetting;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SET LOGGED or SET UNLOGGED. */
final class SetPersistence implements Rule {

  private static final About ABOUT =
      new About(
          "set-logged-rewrites",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "SET LOGGED or SET UNLOGGED",
          "The table is written anew under ACCESS EXCLUSIVE, and logged whole. An "
              + "unlogged table is empty after a crash, and on standbys.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean rewrites =
        subject.change() instanceof AlterTable alter
            && (alter.setting() == TableSetting.LOGGED || alter.setting() == TableSetting.UNLOGGED)
            && subject.effect().rewrites();
    return rewrites
        ? subject.found(
            this, subject.costs(), "do it while the table is small, or in a maintenance window.")
        : Optional.empty();
  }
}
