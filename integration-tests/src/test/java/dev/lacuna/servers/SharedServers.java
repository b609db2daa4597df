package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that this JVM has started, one an engine. Thread-safe. */
final class SharedServers {

  private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

  private static final Logger LOG = LoggerFactory.getLogger(SharedServers.class);

  private SharedServers() {}

  static synchronized TestServer of(Engine engine) {
    return SERVERS.computeIfAbsent(engine, SharedServers::start);
  }

  /** Containers do not come back by themselves; a server that this run is told to use may. */
  static synchronized TestServer revived(Engine engine) {
    TestServer server = of(engine);
    boolean own = MySqlTestServer.ownUrl(engine) != null;
    if (!answers(server, own ? Duration.ofMinutes(3) : Duration.ofSeconds(10))) {
      server.close();
      SERVERS.remove(engine);
    }
    return of(engine);
  }

  private static boolean answers(TestServer server, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    do {
      try {
        Thread.sleep(1_000); // a server that dies may answer until it is dead
        server.database("revived");
        return true;
      } catch (SQLException e) {
        LOG.info("The server does not answer: {}", e.getMessage());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    } while (System.nanoTime() < until);
    return false;
  }

  private static TestServer start(Engine engine) {
    return engine == Engine.POSTGRESQL ? PostgresTestServer.start() : MySqlTestServer.of(engine);
  }
}
