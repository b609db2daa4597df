package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Lock;

/** Who waits for a statement, in words. */
final class Waiting {

  private Waiting() {}

  static String under(Effect effect) {
    if (effect.algorithm() != null) {
      return " by ALGORITHM=" + effect.algorithm() + ", LOCK=" + effect.lock().sql();
    }
    return effect.lock() == Lock.NONE ? "" : " under " + effect.lock().sql();
  }

  static String who(Effect effect) {
    if (effect.blocksReads()) {
      return "reads and writes wait";
    }
    return effect.blocksWrites() ? "writes wait" : "nobody waits";
  }
}
