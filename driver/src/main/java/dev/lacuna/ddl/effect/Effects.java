package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.Unknown;
import dev.lacuna.ddl.change.Ddl;
import java.util.List;

/** What a statement does on a server: the front of this room. */
public final class Effects {

  private Effects() {}

  /** What one change would do by itself. */
  public static Effect of(Change change, Facts facts) {
    return facts.server().isPostgresql()
        ? new PostgresEffects(facts).of(change)
        : new MysqlEffects(facts, Ddl.Pins.NONE).of(List.of(change));
  }

  /** What all changes of a statement do together. */
  public static Effect of(Ddl ddl, Facts facts) {
    if (!facts.server().isPostgresql()) {
      return new MysqlEffects(facts, ddl.pins()).of(ddl.changes());
    }
    PostgresEffects effects = new PostgresEffects(facts);
    return ddl.changes().stream().map(effects::of).reduce(Effect.NOTHING, Effect::and);
  }

  /** Whether a part of the statement is not understood. */
  public static boolean isUnknown(Ddl ddl) {
    return ddl.has(Unknown.class);
  }
}
