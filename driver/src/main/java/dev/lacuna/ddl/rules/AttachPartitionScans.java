package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AttachPartition;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ATTACH PARTITION reads the new partition. */
final class AttachPartitionScans implements Rule {

  private static final About ABOUT =
      new About(
          "attach-partition-scans",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "ATTACH PARTITION reads the new partition",
          "Every row of the new partition is read under ACCESS EXCLUSIVE on it, unless a "
              + "valid CHECK says the same as the partition's bounds; a default partition is "
              + "locked and read as well. Before 12 the whole table is locked.",
          "Before 12 ACCESS EXCLUSIVE on the parent, from 12 on SHARE UPDATE EXCLUSIVE.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AttachPartition attach)) {
      return Optional.empty();
    }
    Severity severity = subject.effect().stalls() ? Severity.DANGEROUS : Severity.CAUTION;
    return subject.found(
        this,
        severity,
        subject.serverText()
            + " reads all of "
            + attach.partition()
            + " to see that it fits, and keeps everybody out of it meanwhile.",
        "add a CHECK with the partition's bounds to "
            + attach.partition()
            + " as NOT VALID; validate it; attach; drop it.");
  }
}
