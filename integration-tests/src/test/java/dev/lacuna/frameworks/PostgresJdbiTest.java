package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Jdbi on PostgreSQL. */
class PostgresJdbiTest extends JdbiContract {

  PostgresJdbiTest() {
    super(Engine.POSTGRESQL);
  }
}
