package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Long work in a transaction that holds a strong lock. */
final class LockHeldWhileWorking implements Rule {

  private static final About ABOUT =
      new About(
          "lock-held-while-working",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "Long work in a transaction that holds a strong lock",
          "A lock that an ALTER TABLE took for a moment is held until the transaction "
              + "ends. What comes behind it in the same transaction makes everybody wait for "
              + "as long as it takes.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean after =
        subject.inTransaction()
            && subject.isPostgresql()
            && subject.isFirst()
            && subject.whole().isLong()
            && !subject.whole().stalls()
            && subject.before().stream().anyMatch(LockHeldWhileWorking::locks);
    return after
        ? subject.found(
            this,
            "the transaction already holds ACCESS EXCLUSIVE on another change, and holds it while "
                + subject.serverText()
                + " reads "
                + subject.tableText()
                + ".",
            "commit before it: one change a transaction.")
        : Optional.empty();
  }

  private static boolean locks(Ddl earlier) {
    return earlier.changes().stream()
        .anyMatch(
            change ->
                change instanceof AddColumn
                    || change instanceof DropColumn
                    || change instanceof AddConstraint);
  }
}
