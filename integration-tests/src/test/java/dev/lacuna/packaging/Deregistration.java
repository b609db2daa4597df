package dev.lacuna.packaging;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/** What a server does when an application goes, in the application's class loader. */
public final class Deregistration implements Runnable {

  /** For reflection. */
  public Deregistration() {}

  @Override
  public void run() {
    try {
      for (Driver driver : Collections.list(DriverManager.getDrivers())) {
        if (driver.getClass().getClassLoader() == Deregistration.class.getClassLoader()) {
          DriverManager.deregisterDriver(driver);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
