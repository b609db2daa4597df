package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DETACH PARTITION without CONCURRENTLY. */
final class DetachPartitionBlocks implements Rule {

  private static final About ABOUT =
      new About(
          "detach-partition-blocks",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "DETACH PARTITION without CONCURRENTLY",
          "The whole partitioned table is locked with ACCESS EXCLUSIVE, if only for a " + "moment.",
          "CONCURRENTLY came with 14.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof DetachPartition detach) || !subject.effect().blocksReads()) {
      return Optional.empty();
    }
    boolean can = subject.server().isAtLeast(14, 0, 0);
    String why =
        subject.serverText() + " locks the whole table; whoever uses it makes all others wait.";
    return can
        ? subject.found(
            this,
            why,
            "detach it concurrently, outside of any transaction.",
            "ALTER TABLE "
                + subject.tableSql()
                + " DETACH PARTITION "
                + subject.name(detach.partition())
                + " CONCURRENTLY")
        : subject.found(this, why, "set lock_timeout, and try again until it gets its lock.");
  }
}
