package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Liquibase on PostgreSQL. */
class PostgresLiquibaseTest extends LiquibaseContract {

  PostgresLiquibaseTest() {
    super(Engine.POSTGRESQL);
  }
}
