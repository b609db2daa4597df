package dev.lacuna.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Another application of the order desk's, in a JVM of its own with the agent attached: it asks for
 * the parcels of one order after the other, until its standard input ends.
 */
final class ParcelDesk {

  private static final int ORDERS = 500;

  private ParcelDesk() {}

  public static void main(String[] args) throws SQLException, IOException, InterruptedException {
    try (Connection connection = DriverManager.getConnection(args[0])) {
      for (int order = 0; System.in.available() == 0; order = (order + 1) % ORDERS) {
        parcelsOf(connection, order);
        Thread.sleep(5);
      }
    }
  }

  private static void parcelsOf(Connection connection, int order) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM parcels WHERE order_id = ?")) {
      statement.setInt(1, order);
      try (ResultSet parcels = statement.executeQuery()) {
        while (parcels.next()) {
          parcels.getInt("weight");
        }
      }
    }
  }
}
