package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.util.EnumSet;
import java.util.Set;

/** A planted fault: reads believe for ever what they have once found missing. */
final class Forgetful implements ReferenceRunner.Look {

  private static final Set<TrafficSql> WRITES =
      EnumSet.range(TrafficSql.REGISTER, TrafficSql.LEAVE);

  private volatile boolean foundMissing;

  static SqlRunner.Factory on(Engine engine) {
    Forgetful look = new Forgetful();
    return connection -> new ReferenceRunner(connection, engine, look);
  }

  @Override
  public boolean believes(TrafficSql sql, boolean there) {
    foundMissing |= !there;
    return there && (WRITES.contains(sql) || !foundMissing);
  }
}
