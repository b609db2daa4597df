package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.TableSetting;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SET TABLESPACE or SET ACCESS METHOD. */
final class MoveTable implements Rule {

  private static final About ABOUT =
      new About(
          "set-tablespace-copies",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "SET TABLESPACE or SET ACCESS METHOD",
          "The whole table is copied under ACCESS EXCLUSIVE.",
          "All versions; ACCESS METHOD since 15.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean moves =
        subject.change() instanceof AlterTable alter
            && (alter.setting() == TableSetting.TABLESPACE
                || alter.setting() == TableSetting.ACCESS_METHOD);
    return moves
        ? subject.found(
            this,
            subject.costs("copies"),
            "use pg_repack, which copies beside the traffic, or a maintenance window.")
        : Optional.empty();
  }
}
