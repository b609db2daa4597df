package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE INDEX without CONCURRENTLY. */
final class CreateIndexBlocksWrites implements Rule {

  private static final About ABOUT =
      new About(
          "create-index-blocks-writes",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "CREATE INDEX without CONCURRENTLY",
          "Writes wait while the index is built; reads go on.",
          "All versions. On a partitioned table CONCURRENTLY is refused: build the "
              + "partitions' indexes concurrently, one by one, and attach them to one made "
              + "with `ON ONLY`.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof CreateIndex index)
        || !subject.isPostgresql()
        || !subject.effect().stalls()) {
      return Optional.empty();
    }
    Table table = subject.table();
    if (table != null && table.isPartitioned()) {
      return subject.found(
          this,
          subject.costs("builds an index over"),
          "create it ON ONLY the table; build each partition's index concurrently; attach them.",
          Steps.partitionedIndex(subject, index));
    }
    return subject.found(
        this,
        subject.costs("builds an index over"),
        "build it concurrently, outside of any transaction. If it fails, drop what is left of it.",
        Steps.concurrentIndex(subject, index));
  }
}
