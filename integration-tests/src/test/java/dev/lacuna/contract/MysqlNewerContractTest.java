package dev.lacuna.contract;

import dev.lacuna.servers.RequiresServer;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.List;

/**
 * The contract on MySQL, with the newer line of Connector/J, in a class loader that Lacuna's own
 * does not see.
 */
@RequiresServer(dev.lacuna.engine.Engine.MYSQL)
class MysqlNewerContractTest extends MysqlContract {

  MysqlNewerContractTest() throws Exception {
    super(Engine.MYSQL, driver());
  }

  /** The other ways are those of the other line. */
  @Override
  List<Way> ways() {
    return List.of(Way.WRAPPED);
  }

  private static Driver driver() throws Exception {
    File jar = new File(System.getProperty("contract.drivers"), "mysql-connector-j-newer.jar");
    ClassLoader loader =
        new URLClassLoader(new URL[] {jar.toURI().toURL()}, ClassLoader.getPlatformClassLoader());
    return (Driver)
        loader.loadClass("com.mysql.cj.jdbc.Driver").getDeclaredConstructor().newInstance();
  }
}
