package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Agroal and Commons DBCP on PostgreSQL. */
class PostgresPoolsTest extends PoolsContract {

  PostgresPoolsTest() {
    super(Engine.POSTGRESQL);
  }
}
