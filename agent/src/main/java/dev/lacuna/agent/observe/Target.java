package dev.lacuna.agent.observe;

import java.sql.Driver;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database as one user: where the application's connections lead, and the agent's own one. The
 * password stays in memory.
 *
 * <p>Safe for use by several threads.
 */
public final class Target {

  private final DatabaseKind kind;
  private final String url;
  private volatile Properties properties;
  private final Driver driver;

  Target(DatabaseKind kind, String url, Driver driver, Properties properties) {
    this.kind = kind;
    this.url = url;
    this.driver = driver;
    this.properties = properties;
  }

  public DatabaseKind kind() {
    return kind;
  }

  public String url() {
    return url;
  }

  /** The driver that the application's connection came from. */
  public Driver driver() {
    return driver;
  }

  /** A copy of what the application connected with last. */
  public Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** Passwords may be tokens that expire: the latest one is the one to use. */
  void renew(Properties latest) {
    properties = latest;
  }

  /** The user, who decides what may be seen; null where the URL names one. */
  @Nullable String user() {
    return properties.getProperty("user");
  }
}
