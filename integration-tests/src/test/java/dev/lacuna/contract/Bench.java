package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a probe works with: fresh tables, and one way to them. */
record Bench(Server server, Way way) {

  /** Makes the tables anew, and does what the probe does. */
  List<String> transcript(Probe probe) throws Exception {
    server.reset();
    Transcript seen = new Transcript();
    probe.run(this, seen);
    return seen.lines();
  }

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
