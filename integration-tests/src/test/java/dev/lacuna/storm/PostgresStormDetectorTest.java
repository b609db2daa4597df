package dev.lacuna.storm;

import dev.lacuna.engine.Engine;

/** The storm's detectors on PostgreSQL. */
class PostgresStormDetectorTest extends StormDetector {

  PostgresStormDetectorTest() {
    super(Engine.POSTGRESQL, "42703");
  }
}
