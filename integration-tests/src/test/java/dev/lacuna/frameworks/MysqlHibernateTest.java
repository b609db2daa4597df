package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Hibernate ORM on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlHibernateTest extends HibernateContract {

  MysqlHibernateTest() {
    super(Engine.MYSQL);
  }
}
