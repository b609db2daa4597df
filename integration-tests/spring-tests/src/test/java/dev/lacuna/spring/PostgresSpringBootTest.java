package dev.lacuna.spring;

import dev.lacuna.engine.Engine;

/** Spring Boot on PostgreSQL. */
class PostgresSpringBootTest extends SpringBootContract {

  PostgresSpringBootTest() {
    super(Engine.POSTGRESQL);
  }
}
