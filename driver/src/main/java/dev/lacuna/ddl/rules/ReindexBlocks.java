package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REINDEX without CONCURRENTLY. */
final class ReindexBlocks implements Rule {

  private static final About ABOUT =
      new About(
          "reindex-blocks",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "REINDEX without CONCURRENTLY",
          "Writes wait while the index is built anew. Reads wait too: planning a query "
              + "opens every index of its tables, and this one is locked.",
          "All versions; CONCURRENTLY came with 12.",
          List.of("https://www.postgresql.org/docs/18/sql-reindex.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof Reindex reindex) || reindex.concurrently()) {
      return Optional.empty();
    }
    boolean can = subject.server().isAtLeast(12, 0, 0);
    return can
        ? subject.found(
            this,
            subject.costs("builds an index over"),
            "build it anew concurrently, outside of any transaction.",
            "REINDEX " + reindex.scope() + " CONCURRENTLY " + subject.name(reindex.target()))
        : subject.found(
            this,
            subject.costs("builds an index over"),
            "build a second index concurrently under another name; drop the first concurrently.");
  }
}
