package dev.lacuna.plans;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * An application that knows nothing of Lacuna, in a JVM of its own. Each line on its standard input
 * is a statement and how often to run it; for each, a line on its standard output says what came of
 * it.
 */
final class Shop {

  private Shop() {}

  public static void main(String[] args) throws IOException, SQLException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection(args[0])) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        List<String> command = List.of(line.split("\t"));
        System.out.println(
            run(
                connection,
                Integer.parseInt(command.get(0)),
                command.get(1),
                command.subList(2, command.size())));
      }
    }
  }

  private static String run(Connection connection, int times, String sql, List<String> values) {
    String answer = "";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < times; i++) {
        for (int value = 0; value < values.size(); value++) {
          statement.setInt(value + 1, Integer.parseInt(values.get(value)));
        }
        answer = statement.execute() ? rows(statement) : "count " + statement.getUpdateCount();
      }
      return answer;
    } catch (SQLException e) {
      return "SQLSTATE " + e.getSQLState();
    }
  }

  private static String rows(PreparedStatement statement) throws SQLException {
    StringBuilder all = new StringBuilder("rows");
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        all.append(' ').append(rows.getString(1));
      }
    }
    return all.toString();
  }
}
