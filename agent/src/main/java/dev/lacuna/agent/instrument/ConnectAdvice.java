package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import java.util.Properties;
import net.bytebuddy.asm.Advice;

/** Into the drivers' {@code connect}. */
final class ConnectAdvice {

  private ConnectAdvice() {}

  static final class ByUrl {

    private ByUrl() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object driver,
        @Advice.Argument(0) String url,
        @Advice.Argument(1) Properties info,
        @Advice.Return Object connection) {
      Bridge.connected(driver, url, info, connection);
    }
  }

  /** MariaDB's data sources come this way. */
  static final class ByConfiguration {

    private ByConfiguration() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) Object configuration, @Advice.Return Object connection) {
      Bridge.connected(null, configuration, null, connection);
    }
  }
}
