package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;

/** Into the methods of connections that make statements, or change where names are looked up. */
final class ConnectionAdvice {

  private ConnectionAdvice() {}

  static final class Create {

    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object connection, @Advice.Return Object statement) {
      Bridge.created(connection, statement, null);
    }
  }

  static final class Prepare {

    private Prepare() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object connection,
        @Advice.Argument(0) String sql,
        @Advice.Return Object statement) {
      Bridge.created(connection, statement, sql);
    }
  }

  static final class Change {

    private Change() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object connection,
        @Advice.Origin("#m") String method,
        @Advice.Argument(0) String value) {
      Bridge.changed(connection, method, value);
    }
  }
}
