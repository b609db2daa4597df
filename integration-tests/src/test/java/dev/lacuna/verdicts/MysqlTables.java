package dev.lacuna.verdicts;

import dev.lacuna.storm.Resources;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables that DDL is tried on, on MySQL and MariaDB: those of {@code mysql.sql}. */
final class MysqlTables {

  /** Parents before their children. */
  static final List<String> NAMES =
      List.of(
          "customers",
          "orders",
          "searched",
          "searched_once",
          "packed",
          "items",
          "cascaded",
          "events");

  private MysqlTables() {}

  /** Makes one of them anew; what else was made of it is gone. */
  static void reset(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET foreign_key_checks = 0");
      statement.execute("DROP TABLE IF EXISTS purchases, " + table);
      for (String part : Resources.text("dev/lacuna/verdicts/mysql.sql").split(";\\s*\n", -1)) {
        if (part.strip().matches("(?s)(CREATE TABLE|INSERT INTO|ALTER TABLE) " + table + "\\b.*")) {
          statement.execute(part);
        }
      }
      statement.execute("SET foreign_key_checks = 1");
    }
  }
}
