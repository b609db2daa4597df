package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Flyway on PostgreSQL. */
class PostgresFlywayTest extends FlywayContract {

  PostgresFlywayTest() {
    super(Engine.POSTGRESQL);
  }
}
