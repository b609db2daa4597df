package dev.lacuna.ddl.effect;

import static dev.lacuna.ddl.effect.Lock.ACCESS_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE;
import static dev.lacuna.ddl.effect.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AlterIndex;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.ddl.change.Change.RenameIndex;
import org.jspecify.annotations.Nullable;

/** What changes of indexes do on PostgreSQL. */
final class PostgresIndexEffects {

  private final Facts facts;

  PostgresIndexEffects(Facts facts) {
    this.facts = facts;
  }

  @Nullable Effect of(Change change) {
    if (change instanceof CreateIndex create) {
      return create(create);
    }
    if (change instanceof DropIndex drop) {
      return Effect.brief(drop.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
    }
    if (change instanceof Reindex reindex) {
      // It locks the index itself against readers, and every query on the table plans with it.
      return Effect.scan(reindex.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
    }
    if (change instanceof RenameIndex) {
      boolean gentle = facts.server().isAtLeast(12, 0, 0);
      return Effect.brief(gentle ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
    }
    return change instanceof AlterIndex alter ? alter(alter) : null;
  }

  private Effect create(CreateIndex create) {
    Table table = facts.table();
    String name = create.name();
    boolean there =
        create.ifNotExists() && name != null && table != null && table.index(name).isPresent();
    boolean nothing = there || create.only();
    if (create.concurrently()) {
      return nothing ? Effect.brief(SHARE_UPDATE_EXCLUSIVE) : Effect.scan(SHARE_UPDATE_EXCLUSIVE);
    }
    return nothing ? Effect.brief(SHARE) : Effect.scan(SHARE);
  }

  private static Effect alter(AlterIndex alter) {
    String setting = alter.setting();
    if (setting.startsWith("SET TABLESPACE")) {
      return Effect.scan(ACCESS_EXCLUSIVE);
    }
    boolean gentle = setting.startsWith("SET (") || setting.startsWith("RESET");
    boolean attach = setting.startsWith("ATTACH") || setting.startsWith("ALTER");
    return Effect.brief(gentle || attach ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
  }
}
