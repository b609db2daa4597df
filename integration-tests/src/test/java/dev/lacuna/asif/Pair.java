package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;

/** Both twins. */
record Pair(Engine engine, Twin with, Twin without) implements AutoCloseable {

  static Pair of(Engine engine, String name) throws SQLException {
    return new Pair(
        engine,
        Twin.withColumns(engine, name + "_with"),
        Twin.withoutColumns(engine, name + "_without"));
  }

  /** The major version of their server. */
  int version() {
    return with.version();
  }

  @Override
  public void close() {
    with.close();
    without.close();
  }
}
