package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CONCURRENTLY inside a transaction. */
final class ConcurrentlyInTransaction implements Rule {

  private static final About ABOUT =
      new About(
          "concurrently-in-transaction",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "CONCURRENTLY inside a transaction",
          "PostgreSQL refuses it (25001), and the transaction with everything else in it "
              + "is lost. A migration tool that wraps its files in transactions has to be "
              + "told.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean concurrently =
        (subject.change() instanceof CreateIndex create && create.concurrently())
            || (subject.change() instanceof DropIndex drop && drop.concurrently())
            || (subject.change() instanceof Reindex reindex && reindex.concurrently())
            || (subject.change() instanceof DetachPartition detach && detach.concurrently());
    return concurrently && subject.inTransaction() && subject.isPostgresql()
        ? subject.found(
            this,
            subject.serverText()
                + " refuses CONCURRENTLY in a transaction, and the transaction is lost.",
            "run it by itself in autocommit; in Flyway: executeInTransaction=false; in Liquibase: runInTransaction=\"false\".")
        : Optional.empty();
  }
}
