package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.Attach;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Change.DropObject;
import dev.lacuna.ddl.change.Change.DropTable;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.ddl.change.Change.Truncate;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Online.Need;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes do on MySQL and MariaDB (InnoDB): MySQL 9.7 Reference Manual, 17.12.1 "Online DDL
 * Operations"; MariaDB documentation, "InnoDB Online DDL Operations". Each line was tried on MySQL
 * 9.7 and MariaDB 11.8; for older versions, see the thresholds.
 */
final class MysqlEffects {

  private static final Effect EXCLUSIVE = Effect.brief(Lock.MYSQL_EXCLUSIVE);

  private final Facts facts;
  private final MysqlColumnNeeds columns;
  private final MysqlTableNeeds tables;
  private final Ddl.Pins pins;

  MysqlEffects(Facts facts, Ddl.Pins pins) {
    this.facts = facts;
    this.pins = pins;
    this.columns = new MysqlColumnNeeds(facts, pins);
    this.tables = new MysqlTableNeeds(facts);
  }

  /** What the changes of one statement do together: the heaviest decides for all of them. */
  Effect of(List<Change> changes) {
    List<Need> needs = new ArrayList<>();
    Effect others = Effect.NOTHING;
    for (Change change : changes) {
      Effect other = outsideOfAlter(change);
      if (other == null) {
        needs.add(isReplacedKey(change, changes) ? Need.REBUILD : need(change));
      } else {
        others = others.and(other);
      }
    }
    if (needs.contains(Need.INSTANT) && isTooLargeForInstant(changes)) {
      needs.replaceAll(need -> need == Need.INSTANT ? Need.REBUILD : need);
    }
    return needs.isEmpty() ? others : others.and(Online.of(needs, changes, facts).effect(pins));
  }

  private boolean isTooLargeForInstant(List<Change> changes) {
    RowSize size = RowSize.after(changes, facts);
    return size != null && size.refusesInstant(facts.server());
  }

  /** A primary key that makes room for another in the same statement: that is done in place. */
  private static boolean isReplacedKey(Change change, List<Change> all) {
    return change instanceof DropConstraint drop
        && drop.kind() == Kind.PRIMARY_KEY
        && all.stream()
            .anyMatch(
                other ->
                    other instanceof AddConstraint add && add.constraint().is(Kind.PRIMARY_KEY));
  }

  /** What is not known is copied. */
  private Need need(Change change) {
    Need need = columns.of(change);
    need = need == null ? tables.of(change) : need;
    return need == null || isCopiedByItsEngine(change) ? Need.COPY : need;
  }

  /** Engines other than InnoDB change names and defaults in place, and copy for the rest. */
  private boolean isCopiedByItsEngine(Change change) {
    Table table = facts.table();
    boolean metadata =
        change instanceof SetDefault
            || change instanceof RenameColumn
            || change instanceof RenameTable;
    return table != null && !table.isInnodb() && !metadata;
  }

  /** The effect of statements that have no algorithm; null for the others. */
  private static @Nullable Effect outsideOfAlter(Change change) {
    if (change instanceof Unrelated) {
      return Effect.NOTHING;
    }
    if (change instanceof CreateTable create) {
      Effect effect = Effect.NOTHING;
      for (ObjectName parent : create.temporary() ? List.<ObjectName>of() : create.parents()) {
        effect = effect.and(EXCLUSIVE).also(parent, Lock.MYSQL_EXCLUSIVE);
      }
      return effect;
    }
    boolean exclusive =
        change instanceof DropTable
            || change instanceof DropObject
            || change instanceof Truncate
            || change instanceof Attach;
    return exclusive ? EXCLUSIVE : null;
  }
}
