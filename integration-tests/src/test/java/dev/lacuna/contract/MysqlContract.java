package dev.lacuna.contract;

import java.sql.Driver;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/** The contract on servers that speak MySQL's protocol. */
abstract class MysqlContract extends JdbcContract {

  /** The images, each started once. */
  static final class Servers {
    static final Supplier<ContainerServer> MYSQL =
        once(() -> new MySQLContainer("mysql:9.7").withUsername("root"));
    static final Supplier<ContainerServer> MARIADB =
        once(() -> new MariaDBContainer("mariadb:11.8").withUsername("root"));

    private Servers() {}

    private static Supplier<ContainerServer> once(Supplier<JdbcDatabaseContainer<?>> image) {
      return new Supplier<>() {
        private @Nullable ContainerServer server;

        @Override
        public synchronized ContainerServer get() {
          ContainerServer started = server;
          if (started == null) {
            started = ContainerServer.start(image);
            server = started;
          }
          return started;
        }
      };
    }
  }

  private final Engine engine;
  private final Supplier<ContainerServer> container;
  private final Driver driver;

  MysqlContract(Engine engine, Supplier<ContainerServer> container, Driver driver) {
    this.engine = engine;
    this.container = container;
    this.driver = driver;
  }

  @Override
  Server server() {
    ContainerServer started = container.get();
    String prefix = engine == Engine.MARIADB ? "jdbc:mariadb" : "jdbc:mysql";
    return new Server(engine, started.url(prefix), started.login(), driver);
  }

  @Override
  List<Way> ways() {
    return List.of(Way.WRAPPED);
  }
}
