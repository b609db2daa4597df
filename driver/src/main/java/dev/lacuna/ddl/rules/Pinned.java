package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Effects;
import dev.lacuna.engine.Engine;

/** Pins an {@code ALTER} that is proposed to the gentlest way that this table has for it. */
final class Pinned {

  private Pinned() {}

  /**
   * The statement with its {@code ALGORITHM} and {@code LOCK}; as it is on PostgreSQL, and where
   * the table has no gentle way.
   */
  static String of(Subject subject, String sql) {
    Effect effect = effect(subject, sql);
    Algorithm algorithm = effect.algorithm();
    if (subject.isPostgresql() || algorithm == null || effect.stalls()) {
      return sql;
    }
    // MySQL 9.7 Reference Manual, 15.1.11: INSTANT takes no LOCK (error 1221).
    boolean bare = algorithm == Algorithm.INSTANT && subject.server().engine() == Engine.MYSQL;
    return sql + ", ALGORITHM=" + algorithm + (bare ? "" : ", LOCK=NONE");
  }

  /** Whether nobody has to wait for as long as the table is big. */
  static boolean isGentle(Subject subject, String sql) {
    return !effect(subject, sql).stalls();
  }

  private static Effect effect(Subject subject, String sql) {
    return DdlScript.read(sql, subject.server().engine().dialect()).stream()
        .map(ddl -> Effects.of(ddl, subject.facts()))
        .reduce(Effect.NOTHING, Effect::and);
  }
}
