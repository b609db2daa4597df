package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** jOOQ on PostgreSQL. */
class PostgresJooqTest extends JooqContract {

  PostgresJooqTest() {
    super(Engine.POSTGRESQL);
  }
}
