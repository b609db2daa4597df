package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dropping a foreign key locks the table that it refers to. */
final class DropForeignKeyLocksParent implements Rule {

  private static final About ABOUT =
      new About(
          "drop-foreign-key-locks-parent",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "Dropping a foreign key locks the table that it refers to",
          "ACCESS EXCLUSIVE on both tables, if only for a moment, also where the column "
              + "that carries the key is dropped, or the table. The other table may be the "
              + "busiest of all.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Effect.Other other =
        subject.effect().others().stream()
            .filter(lock -> lock.lock() == Lock.ACCESS_EXCLUSIVE)
            .findFirst()
            .orElse(null);
    boolean drops =
        subject.change() instanceof DropConstraint || subject.change() instanceof DropColumn;
    return drops && other != null
        ? subject.found(
            this,
            subject.serverText() + " locks " + other.table() + " against reads and writes as well.",
            "set lock_timeout, so that it gives way, and try again until it gets both locks.",
            "SET lock_timeout = '2s'",
            subject.ddl().sql())
        : Optional.empty();
  }
}
