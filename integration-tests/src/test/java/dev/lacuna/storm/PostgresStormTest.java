package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.util.List;

/** The storm on PostgreSQL. */
class PostgresStormTest extends StormContract {

  PostgresStormTest() {
    super(
        Engine.POSTGRESQL,
        List.of(
            StormRun.PREPARED_AT_ONCE,
            StormRun.PREPARED_AT_ONCE + "&reWriteBatchedInserts=true",
            "&preferQueryMode=simple",
            ""));
  }
}
