package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** The storm's detectors on MySQL. */
@RequiresServer(Engine.MYSQL)
class MySqlStormDetectorTest extends StormDetector {

  MySqlStormDetectorTest() {
    super(Engine.MYSQL, "42S22");
  }
}
