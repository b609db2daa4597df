package dev.lacuna.contract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Properties;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** A server in a container, which ends with this JVM. */
final class ContainerServer {

  private final JdbcDatabaseContainer<?> container;

  private ContainerServer(JdbcDatabaseContainer<?> container) {
    this.container = container;
  }

  /**
   * Starts a server. Without Docker the test is skipped; with {@code CI=true} in the environment it
   * fails instead.
   */
  static ContainerServer start(Supplier<JdbcDatabaseContainer<?>> image) {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(DockerClientFactory.instance().isDockerAvailable()).as("Docker").isTrue();
    }
    JdbcDatabaseContainer<?> container = image.get();
    container.start();
    return new ContainerServer(container);
  }

  /** The URL for a driver whose URLs begin so. */
  String url(String prefix) {
    String url = container.getJdbcUrl();
    return prefix + url.substring(url.indexOf("://"));
  }

  /** The administrator, as the probes make functions and end connections. */
  Properties login() {
    Properties login = new Properties();
    login.setProperty("user", "root");
    login.setProperty("password", container.getPassword());
    return login;
  }
}
