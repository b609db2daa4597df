package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Into Lacuna's own driver: what it sends is observed under the application's own text, and what it
 * asks for itself not at all.
 */
final class LacunaAdvice {

  private LacunaAdvice() {}

  static final class Send {

    private Send() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object @Nullable [] enter(
        @Advice.This Object attempt, @Advice.Argument(0) Object translation) {
      return Bridge.send(attempt, translation);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter Object @Nullable [] before) {
      Bridge.leave(before);
    }
  }

  static final class Own {

    private Own() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object @Nullable [] enter() {
      return Bridge.send(null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter Object @Nullable [] before) {
      Bridge.leave(before);
    }
  }
}
