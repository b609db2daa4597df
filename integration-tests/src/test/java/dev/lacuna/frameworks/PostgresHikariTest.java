package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** HikariCP on PostgreSQL. */
class PostgresHikariTest extends HikariContract {

  PostgresHikariTest() {
    super(Engine.POSTGRESQL);
  }
}
