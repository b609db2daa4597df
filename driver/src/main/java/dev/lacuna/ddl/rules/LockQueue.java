package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Facts.Holder;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody holds the table right now. */
final class LockQueue implements Rule {

  private static final About ABOUT =
      new About(
          "lock-queue-now",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "Somebody holds the table right now",
          "The statement waits for that transaction, and every later read and write of "
              + "the table waits behind the statement.",
          "All versions. Seen on PostgreSQL in `pg_locks`, on MySQL in "
              + "`performance_schema.metadata_locks`.",
          List.of(
              "https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES",
              "https://dev.mysql.com/doc/refman/9.7/en/metadata-locking.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    List<Holder> long5 =
        subject.facts().holders().stream().filter(holder -> holder.seconds() >= 5).toList();
    boolean waits =
        subject.isPostgresql()
            ? subject.whole().lock().compareTo(Lock.SHARE) >= 0
            : subject.whole().algorithm() != null || subject.whole().blocksReads();
    if (!subject.isFirst() || long5.isEmpty() || !waits) {
      return Optional.empty();
    }
    Holder holder = long5.get(0);
    String name = holder.application().isEmpty() ? "" : " (" + holder.application() + ")";
    return subject.found(
        this,
        "session "
            + holder.id()
            + name
            + " has held "
            + holder.lock()
            + " for "
            + holder.seconds()
            + " s; the statement would wait for it, and all others behind the statement.",
        "wait until it ends, or set a lock time-out, so that the statement gives way.",
        subject.isPostgresql() ? "SET lock_timeout = '2s'" : "SET SESSION lock_wait_timeout = 2",
        subject.ddl().sql());
  }
}
