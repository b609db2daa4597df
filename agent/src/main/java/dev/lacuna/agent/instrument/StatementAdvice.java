package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Into the methods of statements that run them, or bind values. */
final class StatementAdvice {

  private StatementAdvice() {}

  static final class RunText {

    private RunText() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object statement, @Advice.Argument(0) String sql) {
      return Bridge.enter(statement, sql);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Enter @Nullable Object run,
        @Advice.Thrown @Nullable Throwable thrown) {
      Bridge.exit(run, statement, thrown);
    }
  }

  static final class RunPrepared {

    private RunPrepared() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object statement) {
      return Bridge.enter(statement, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Enter @Nullable Object run,
        @Advice.Thrown @Nullable Throwable thrown) {
      Bridge.exit(run, statement, thrown);
    }
  }

  static final class Batch {

    private Batch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object statement, @Advice.Argument(0) String sql) {
      Bridge.batched(statement, sql);
    }
  }

  /** The array of arguments is made only where the values are wanted. */
  static final class Bind {

    private Bind() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Origin("#m") String method,
        @Advice.Origin("#s") String types,
        @Advice.AllArguments Object[] arguments) {
      if (Bridge.wants(statement)) {
        Bridge.bound(statement, method, types, arguments);
      }
    }
  }
}
