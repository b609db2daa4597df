package dev.lacuna.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Each test has a bridge of its own, from a loader of its own: there is one in a JVM, for good. */
@Isolated("it reads standard error")
class BridgeTest {

  private static final String VALUE = "a value of the application's";
  private static final int MAX_FAULTS = 20;

  private final AtomicInteger calls = new AtomicInteger();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;
  private Class<?> bridge;

  @BeforeEach
  void attachAgentThatFails() throws Exception {
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    URL classes = Bridge.class.getProtectionDomain().getCodeSource().getLocation();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    bridge = loader.loadClass(Bridge.class.getName());
    Class<?> sink = loader.loadClass(Sink.class.getName());
    Object failing =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {sink},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              throw new IllegalStateException(VALUE);
            });
    bridge.getMethod("attach", sink).invoke(null, failing);
  }

  @AfterEach
  void restoreStandardError() {
    System.setErr(standardError);
  }

  private Object enter() throws Exception {
    return bridge
        .getMethod("enter", Object.class, Object.class)
        .invoke(null, new Object(), "SELECT 1");
  }

  private boolean isAttached() throws Exception {
    return (boolean) bridge.getMethod("isAttached").invoke(null);
  }

  private List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void faults_stayInside_andTheAgentGoesOn() throws Exception {
    for (int i = 1; i < MAX_FAULTS; i++) {
      assertThat(enter()).as("the statement runs, unobserved").isNull();
    }

    assertThat(isAttached()).isTrue();
    assertThat(calls).hasValue(MAX_FAULTS - 1);
    assertThat(said()).singleElement().asString().contains("a fault of the agent's own");
  }

  @Test
  void repeatedFaults_makeTheAgentStepAside_andSaySoOnce() throws Exception {
    for (int i = 0; i < MAX_FAULTS + 10; i++) {
      enter();
    }

    assertThat(isAttached()).isFalse();
    assertThat(calls).as("it is not asked any more").hasValue(MAX_FAULTS);
    assertThat(said()).hasSize(2).last().asString().contains("stepped aside after 20 faults");
    assertThat(said()).as("no message, which may hold values").noneMatch(x -> x.contains(VALUE));
  }

  @Test
  void secondAgent_hasNoClaim() throws Exception {
    assertThat(bridge.getMethod("claim").invoke(null)).isEqualTo(true);
    assertThat(bridge.getMethod("claim").invoke(null)).isEqualTo(false);
  }
}
