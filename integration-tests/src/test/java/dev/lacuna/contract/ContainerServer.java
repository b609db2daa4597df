package dev.lacuna.contract;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database of a server that speaks MySQL's protocol; its URL is without the login. */
final class ContainerServer {

  private static final Pattern PARTS = Pattern.compile("(.*)\\?user=([^&]*)&password=([^&]*)");

  private final String address;
  private final Properties login = new Properties();

  private ContainerServer(TestDatabase database) {
    Matcher parts = PARTS.matcher(database.address());
    if (!parts.matches()) {
      throw new IllegalArgumentException("The server's URL must end in ?user=…&password=…");
    }
    address = parts.group(1);
    login.setProperty("user", parts.group(2));
    login.setProperty("password", parts.group(3));
  }

  /** An empty database on the one server of that engine. */
  static ContainerServer with(String database, dev.lacuna.engine.Engine engine)
      throws SQLException {
    return new ContainerServer(TestServer.shared(engine).database(database));
  }

  /** The URL for a driver whose URLs begin so. */
  String url(String prefix) {
    return prefix + ":" + address;
  }

  /** The administrator, as the probes make functions and end connections. */
  Properties login() {
    Properties copy = new Properties();
    copy.putAll(login);
    return copy;
  }
}
