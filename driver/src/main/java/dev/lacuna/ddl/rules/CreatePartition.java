package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE TABLE ... PARTITION OF. */
final class CreatePartition implements Rule {

  private static final About ABOUT =
      new About(
          "create-partition-locks-parent",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "CREATE TABLE … PARTITION OF",
          "Creating a partition in its place takes ACCESS EXCLUSIVE on the partitioned " + "table.",
          "All versions. From 12 on attaching a table that was made before is gentler.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof CreateTable create) || !subject.isPostgresql()) {
      return Optional.empty();
    }
    ObjectName whole = create.partitionOf();
    if (whole == null || !subject.server().isAtLeast(12, 0, 0)) {
      return Optional.empty();
    }
    String parent = subject.name(whole);
    return subject.found(
        this,
        subject.serverText() + " locks " + whole + " against reads and writes for a moment.",
        "create the table by itself; then attach it.",
        "CREATE TABLE "
            + subject.tableSql()
            + " (LIKE "
            + parent
            + " INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
        "ALTER TABLE "
            + parent
            + " ATTACH PARTITION "
            + subject.tableSql()
            + " "
            + Steps.bounds(subject.ddl().sql()));
  }
}
