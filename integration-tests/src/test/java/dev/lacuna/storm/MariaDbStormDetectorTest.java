package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** The storm's detectors on MariaDB. */
@RequiresServer(Engine.MARIADB)
class MariaDbStormDetectorTest extends StormDetector {

  MariaDbStormDetectorTest() {
    super(Engine.MARIADB, "42S22");
  }
}
