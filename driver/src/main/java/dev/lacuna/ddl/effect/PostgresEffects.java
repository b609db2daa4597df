package dev.lacuna.ddl.effect;

import static dev.lacuna.ddl.effect.Lock.ACCESS_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE;
import static dev.lacuna.ddl.effect.Lock.SHARE_ROW_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.Change.Attach;
import dev.lacuna.ddl.change.Change.AttachPartition;
import dev.lacuna.ddl.change.Change.ConstrainDomain;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.ddl.change.Change.DropObject;
import dev.lacuna.ddl.change.Change.DropTable;
import dev.lacuna.ddl.change.Change.Maintain;
import dev.lacuna.ddl.change.Change.Maintenance;
import dev.lacuna.ddl.change.Change.RenameSchema;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.Truncate;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.TableSetting;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes do on PostgreSQL. PostgreSQL 18 manual, 13.3.1 "Table-Level Locks", ALTER TABLE and
 * the pages of the other commands; each line was tried on 10, 12, 15, 17 and 18.
 */
final class PostgresEffects {

  private final Facts facts;
  private final PostgresColumnEffects columns;
  private final PostgresConstraintEffects constraints;
  private final PostgresIndexEffects indexes;

  PostgresEffects(Facts facts) {
    this.facts = facts;
    this.constraints = new PostgresConstraintEffects(facts);
    this.columns = new PostgresColumnEffects(facts);
    this.indexes = new PostgresIndexEffects(facts);
  }

  /** What a change does; what is not known does the worst. */
  Effect of(Change change) {
    Effect effect = columns.of(change);
    effect = effect == null ? constraints.of(change) : effect;
    effect = effect == null ? indexes.of(change) : effect;
    effect = effect == null ? ofTable(change) : effect;
    return effect == null ? Effect.rewrite(ACCESS_EXCLUSIVE) : effect;
  }

  private @Nullable Effect ofTable(Change change) {
    if (change instanceof AlterTable alter) {
      return ofSetting(alter);
    }
    if (change instanceof RenameTable || change instanceof DropObject) {
      return Effect.brief(ACCESS_EXCLUSIVE);
    }
    if (change instanceof CreateTable create) {
      return ofNewTable(create);
    }
    if (change instanceof DropTable drop) {
      return dropped(drop);
    }
    if (change instanceof Truncate truncate) {
      return exclusive(truncate.tables());
    }
    if (change instanceof AttachPartition attach) {
      Lock parent = facts.server().isAtLeast(12, 0, 0) ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
      return Effect.scan(parent).also(attach.partition(), ACCESS_EXCLUSIVE);
    }
    if (change instanceof DetachPartition detach) {
      boolean gentle = detach.concurrently() || detach.finish();
      return Effect.brief(gentle ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE)
          .also(detach.partition(), ACCESS_EXCLUSIVE);
    }
    return ofOther(change);
  }

  /** The first is the statement's table. */
  private static Effect exclusive(List<ObjectName> tables) {
    Effect effect = Effect.brief(ACCESS_EXCLUSIVE);
    for (ObjectName other : tables.subList(1, tables.size())) {
      effect = effect.also(other, ACCESS_EXCLUSIVE);
    }
    return effect;
  }

  /** With a table go its foreign keys, whose triggers sit on the tables that they refer to. */
  private Effect dropped(DropTable drop) {
    Effect effect = exclusive(drop.tables());
    Table table = facts.table();
    if (table != null) {
      for (ConstraintFacts constraint : table.constraints()) {
        effect = effect.also(constraint.parent(), ACCESS_EXCLUSIVE);
      }
    }
    return effect;
  }

  private @Nullable Effect ofOther(Change change) {
    if (change instanceof Maintain maintain) {
      return ofMaintenance(maintain);
    }
    if (change instanceof ConstrainDomain domain) {
      return domain.validated() ? Effect.scan(SHARE) : Effect.NOTHING;
    }
    if (change instanceof Attach attach) {
      return Effect.brief(ofAttachment(attach));
    }
    return change instanceof Unrelated || change instanceof RenameSchema ? Effect.NOTHING : null;
  }

  private static Effect ofMaintenance(Maintain maintain) {
    if (maintain.command() == Maintenance.REFRESH && maintain.concurrently()) {
      return Effect.scan(EXCLUSIVE);
    }
    return Effect.rewrite(ACCESS_EXCLUSIVE);
  }

  private static Lock ofAttachment(Attach attach) {
    return switch (attach.attachment()) {
      case TRIGGER -> attach.existing() ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE;
      case POLICY, RULE -> ACCESS_EXCLUSIVE;
      case STATISTICS, COMMENT, PUBLICATION -> SHARE_UPDATE_EXCLUSIVE;
    };
  }

  /** A new table locks nobody out but those that write to what its foreign keys refer to. */
  private static Effect ofNewTable(CreateTable create) {
    Effect effect = create.filled() ? Effect.scan(Lock.NONE) : Effect.NOTHING;
    List<ObjectName> parents = create.temporary() ? List.of() : create.parents();
    for (ObjectName parent : parents) {
      effect = effect.and(Effect.brief(SHARE_ROW_EXCLUSIVE)).also(parent, SHARE_ROW_EXCLUSIVE);
    }
    ObjectName whole = create.partitionOf();
    return whole == null
        ? effect
        : effect.and(Effect.brief(ACCESS_EXCLUSIVE)).also(whole, ACCESS_EXCLUSIVE);
  }

  private Effect ofSetting(AlterTable alter) {
    return switch (alter.setting()) {
      case LOGGED, UNLOGGED -> persistence(alter);
      case TABLESPACE -> new Effect(ACCESS_EXCLUSIVE, true, false, null, List.of());
      case ACCESS_METHOD -> Effect.rewrite(ACCESS_EXCLUSIVE);
      case STORAGE_PARAMETERS ->
          Effect.brief(
              alter.argument().contains("user_catalog_table")
                  ? ACCESS_EXCLUSIVE
                  : SHARE_UPDATE_EXCLUSIVE);
      case CLUSTER_ON, WITHOUT_CLUSTER -> Effect.brief(SHARE_UPDATE_EXCLUSIVE);
      case TRIGGERS -> Effect.brief(SHARE_ROW_EXCLUSIVE);
      case INHERIT ->
          Effect.brief(ACCESS_EXCLUSIVE)
              .also(ObjectName.of(alter.argument()), SHARE_UPDATE_EXCLUSIVE);
      case NO_INHERIT, OWNER, SCHEMA, RULES, ROW_SECURITY, REPLICA_IDENTITY ->
          Effect.brief(ACCESS_EXCLUSIVE);
      default -> Effect.rewrite(ACCESS_EXCLUSIVE);
    };
  }

  private Effect persistence(AlterTable alter) {
    Table table = facts.table();
    boolean unlogged = alter.setting() == TableSetting.UNLOGGED;
    return table != null && table.unlogged() == unlogged
        ? Effect.brief(ACCESS_EXCLUSIVE)
        : Effect.rewrite(ACCESS_EXCLUSIVE);
  }
}
