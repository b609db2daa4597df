package dev.lacuna.contract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Hears HikariCP's leak detection. It speaks of a connection that is kept longer than the
 * threshold, and again when that comes back after all, as it does on a machine that is busy.
 */
final class LeakWatch {

  private static final Logger DETECTOR =
      (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");

  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  void start() {
    said.start();
    DETECTOR.setLevel(Level.INFO);
    DETECTOR.addAppender(said);
  }

  void stop() {
    DETECTOR.detachAppender(said);
    DETECTOR.setLevel(null);
  }

  /** What was said of the connections that have not come back. */
  List<String> open() {
    Map<Object, String> open = new LinkedHashMap<>();
    for (ILoggingEvent event : events()) {
      Object connection = event.getArgumentArray()[0];
      if (event.getLevel() == Level.WARN) {
        open.put(connection, event.getFormattedMessage());
      } else {
        open.remove(connection);
      }
    }
    return List.copyOf(open.values());
  }

  /** How often it was said of a connection that it is kept too long. */
  int said() {
    return (int) events().stream().filter(event -> event.getLevel() == Level.WARN).count();
  }

  /** The appender locks itself when it adds to its list. */
  private List<ILoggingEvent> events() {
    synchronized (said) {
      return List.copyOf(said.list);
    }
  }
}
