package dev.lacuna.agent.observe;

import java.sql.Driver;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger ddlRunning = new AtomicInteger();

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

  /** A statement of this process begins that may change a table. */
  void ddlBegins() {
    ddlRunning.incrementAndGet();
  }

  /** It has ended, and has been told of if it succeeded. */
  void ddlEnds() {
    ddlRunning.decrementAndGet();
  }

  /** Whether what the catalog shows may be the doing of a statement that is not told of yet. */
  public boolean isDdlRunning() {
    return ddlRunning.get() > 0;
  }

  /** The user, who decides what may be seen; null where the URL names one. */
  @Nullable String user() {
    return properties.getProperty("user");
  }
}
