package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** MyBatis on PostgreSQL. */
class PostgresMybatisTest extends MybatisContract {

  PostgresMybatisTest() {
    super(Engine.POSTGRESQL);
  }
}
