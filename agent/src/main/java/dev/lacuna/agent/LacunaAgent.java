package dev.lacuna.agent;

import dev.lacuna.agent.bridge.AgentLoader;
import dev.lacuna.agent.bridge.Bridge;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent: {@code -javaagent} at start-up, or an attach later on. Whatever
 * goes wrong here, the application starts; one line on standard error says so.
 */
public final class LacunaAgent {

  private LacunaAgent() {}

  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start("attached at start-up", options, instrumentation);
  }

  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start("attached to the running JVM", options, instrumentation);
  }

  private static void start(String how, @Nullable String options, Instrumentation instrumentation) {
    String banner = Version.banner();
    try {
      File jar =
          new File(LacunaAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (isFirst()) {
        BootClasses.define(jar, instrumentation);
      }
      if (!Bridge.claim()) {
        announce(banner, "is attached already; this one steps aside");
        return;
      }
      run(jar, options, instrumentation);
      announce(banner, how);
    } catch (Throwable fault) {
      announce(banner, "not started: " + reason(fault));
    }
  }

  /** Whether no other agent of this kind has brought the bridge, from whatever jar. */
  private static boolean isFirst() {
    try {
      Class.forName("dev.lacuna.agent.bridge.Bridge", false, null);
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  private static void run(File jar, @Nullable String options, Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    new AgentLoader(jar)
        .loadClass("dev.lacuna.agent.AgentRuntime")
        .getMethod("start", String.class, Instrumentation.class)
        .invoke(null, options, instrumentation);
  }

  private static String reason(Throwable fault) {
    Throwable cause =
        fault instanceof InvocationTargetException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : fault;
    return cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
  }

  /** Standard error, as standard output belongs to the application. */
  private static void announce(String banner, String what) {
    System.err.println(banner + ": " + what);
  }
}
