package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.SQLException;

/** What a probe works with: fresh tables, and one way to them. */
record Bench(Server server, Way way) {

  Connection connect(String... properties) throws SQLException {
    return server.connect(way, properties);
  }

  /** A connection that is not under test: to kill others, say. */
  Connection aside() throws SQLException {
    return server.connect(Way.RAW);
  }

  Engine engine() {
    return server.engine();
  }

  boolean onPostgresql() {
    return engine().isPostgresql();
  }
}
