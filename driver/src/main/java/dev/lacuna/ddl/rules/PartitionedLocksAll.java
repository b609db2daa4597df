package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AttachPartition;
import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ALTER TABLE on a table with partitions or children. */
final class PartitionedLocksAll implements Rule {

  private static final About ABOUT =
      new About(
          "partitioned-alter-locks-all",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "ALTER TABLE on a table with partitions or children",
          "It takes ACCESS EXCLUSIVE on the parent and on every partition: one busy "
              + "partition makes all of them wait.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Table table = subject.table();
    if (table == null || !subject.isFirst() || !subject.isPostgresql() || isAboutOne(subject)) {
      return Optional.empty();
    }
    return subject.whole().blocksReads() && table.partitions() + table.children() > 1
        ? subject.found(
            this,
            subject.serverText()
                + " locks all "
                + (table.partitions() + table.children())
                + " of its partitions at once; one that is busy makes all of them wait.",
            "set lock_timeout, so that it gives way, and try again until it gets its locks.",
            "SET lock_timeout = '2s'",
            subject.ddl().sql())
        : Optional.empty();
  }

  /** Attaching and detaching leave the other partitions alone. */
  private static boolean isAboutOne(Subject subject) {
    return subject.change() instanceof AttachPartition
        || subject.change() instanceof DetachPartition;
  }
}
