package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/**
 * A MySQL or MariaDB server: in a container, which Testcontainers takes away when the JVM ends, or
 * the one that {@code -Dtest-servers.mysql} or {@code -Dtest-servers.mariadb} names by its JDBC
 * URL.
 */
final class MySqlTestServer implements TestServer {

  private static final String MYSQL = "mysql:9.7";
  private static final String MARIADB = "mariadb:11.8";

  /** Durability is no matter; memory is faster than the container's own file system. */
  private static final Map<String, String> DATA_IN_MEMORY = Map.of("/var/lib/mysql", "rw");

  private final Engine engine;
  private final String authority;
  private final String query;
  private final Runnable end;

  private MySqlTestServer(Engine engine, String url, Runnable end) {
    String address = url.substring(url.indexOf("//"));
    int path = address.indexOf('/', 2);
    int question = address.indexOf('?');
    this.engine = engine;
    this.authority = address.substring(0, path);
    this.query = question < 0 ? "?" : address.substring(question);
    this.end = end;
  }

  static MySqlTestServer of(Engine engine) {
    String own = ownUrl(engine);
    return own == null ? inContainer(engine) : new MySqlTestServer(engine, own, () -> {});
  }

  /** The JDBC URL of the server that this run is told to use, or null. */
  static @Nullable String ownUrl(Engine engine) {
    return System.getProperty(property(engine));
  }

  static String property(Engine engine) {
    return "test-servers." + engine.urlName();
  }

  static MySqlTestServer inContainer(Engine engine) {
    JdbcDatabaseContainer<?> container =
        engine == Engine.MYSQL ? new MySQLContainer(MYSQL) : new MariaDBContainer(MARIADB);
    container
        .withUsername("root")
        .withPassword("root")
        .withTmpFs(DATA_IN_MEMORY)
        .withCommand("--max-connections=200", "--skip-log-bin")
        .start();
    return new MySqlTestServer(
        engine,
        "//%s:%d/?user=root&password=root"
            .formatted(container.getHost(), container.getFirstMappedPort()),
        container::stop);
  }

  @Override
  public TestDatabase database(String name) throws SQLException {
    TestDatabase maintenance = named("");
    maintenance.run("DROP DATABASE IF EXISTS " + name);
    maintenance.run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    return named(name);
  }

  private TestDatabase named(String name) {
    return new TestDatabase(engine, name, authority + "/" + name + query);
  }

  @Override
  public void close() {
    end.run();
  }
}
