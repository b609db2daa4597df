package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP INDEX without CONCURRENTLY. */
final class DropIndexBlocks implements Rule {

  private static final About ABOUT =
      new About(
          "drop-index-blocks",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "DROP INDEX without CONCURRENTLY",
          "It needs ACCESS EXCLUSIVE on the table, if only for a moment: it waits for "
              + "every transaction that uses the table, and everybody else waits behind it.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-dropindex.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean blocks =
        subject.change() instanceof DropIndex drop
            && !drop.concurrently()
            && subject.isPostgresql();
    return blocks
        ? subject.found(
            this,
            subject.serverText()
                + " takes ACCESS EXCLUSIVE on the table for a moment; whoever uses it makes all others wait.",
            "drop it concurrently, outside of any transaction.",
            Steps.dropIndexes(subject, (DropIndex) subject.change()))
        : Optional.empty();
  }
}
