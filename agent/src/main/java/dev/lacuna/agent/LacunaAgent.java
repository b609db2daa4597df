package dev.lacuna.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Where the JVM enters the agent: {@code -javaagent} at start-up, or an attach later on. */
public final class LacunaAgent {

  private LacunaAgent() {}

  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    announce("attached at start-up");
  }

  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    announce("attached to the running JVM");
  }

  /** Standard error, as standard output belongs to the application. */
  private static void announce(String what) {
    System.err.println(Version.banner() + ": " + what);
  }
}
