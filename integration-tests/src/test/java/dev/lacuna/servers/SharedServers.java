package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.util.EnumMap;
import java.util.Map;

/** The servers that this JVM has started, one an engine. Thread-safe. */
final class SharedServers {

  private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

  private SharedServers() {}

  static synchronized TestServer of(Engine engine) {
    return SERVERS.computeIfAbsent(engine, SharedServers::start);
  }

  private static TestServer start(Engine engine) {
    return engine == Engine.POSTGRESQL ? PostgresTestServer.start() : MySqlTestServer.of(engine);
  }
}
