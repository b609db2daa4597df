package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Hibernate's second-level cache on PostgreSQL. */
class PostgresHibernateCacheTest extends HibernateCacheContract {

  PostgresHibernateCacheTest() {
    super(Engine.POSTGRESQL);
  }
}
