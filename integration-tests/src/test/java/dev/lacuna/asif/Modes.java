package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.EnumSet;
import java.util.Set;

/** The modes that fit a kind of call on an engine. */
final class Modes {

  private Modes() {}

  static Set<Mode> of(Call call, Engine engine) {
    if (call instanceof Call.Sql sql) {
      return sql.binder() == null ? ofText(engine) : ofParameters(engine);
    }
    if (call instanceof Call.WithKeys keys) {
      return keys.binder() == null
          ? EnumSet.of(Mode.STATEMENT, Mode.PREPARED)
          : EnumSet.of(Mode.PREPARED, Mode.SERVER_PREPARED);
    }
    if (call instanceof Call.Batch) {
      return EnumSet.of(Mode.PREPARED, Mode.SERVER_PREPARED, Mode.REWRITTEN);
    }
    return EnumSet.of(Mode.STATEMENT);
  }

  private static Set<Mode> ofText(Engine engine) {
    Set<Mode> modes =
        EnumSet.of(Mode.STATEMENT, Mode.PREPARED, Mode.SERVER_PREPARED, Mode.DESCRIBED);
    if (engine != Engine.POSTGRESQL) {
      modes.add(Mode.STREAMING);
    }
    return modes;
  }

  private static Set<Mode> ofParameters(Engine engine) {
    Set<Mode> modes = EnumSet.of(Mode.PREPARED, Mode.SERVER_PREPARED, Mode.DESCRIBED);
    modes.addAll(
        switch (engine) {
          case POSTGRESQL -> EnumSet.of(Mode.SIMPLE);
          case MYSQL -> EnumSet.of(Mode.SERVER_CACHED, Mode.CURSOR);
          case MARIADB -> EnumSet.of(Mode.SERVER_CACHED, Mode.STREAMING);
        });
    return modes;
  }
}
