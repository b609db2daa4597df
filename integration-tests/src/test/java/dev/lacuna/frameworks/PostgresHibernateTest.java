package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;

/** Hibernate ORM on PostgreSQL. */
class PostgresHibernateTest extends HibernateContract {

  PostgresHibernateTest() {
    super(Engine.POSTGRESQL);
  }
}
