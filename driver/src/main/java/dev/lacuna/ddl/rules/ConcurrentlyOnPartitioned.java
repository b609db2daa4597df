package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE INDEX CONCURRENTLY on a partitioned table. */
final class ConcurrentlyOnPartitioned implements Rule {

  private static final About ABOUT =
      new About(
          "concurrently-on-partitioned",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "CREATE INDEX CONCURRENTLY on a partitioned table",
          "PostgreSQL refuses it (0A000).",
          "All versions up to 18.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Table table = subject.table();
    boolean refused =
        subject.change() instanceof CreateIndex create
            && create.concurrently()
            && table != null
            && table.isPartitioned();
    return refused
        ? subject.found(
            this,
            subject.serverText() + " cannot build an index on a partitioned table concurrently.",
            "create it ON ONLY the table; build each partition's index concurrently; attach them.",
            Steps.partitionedIndex(subject, (CreateIndex) subject.change()))
        : Optional.empty();
  }
}
