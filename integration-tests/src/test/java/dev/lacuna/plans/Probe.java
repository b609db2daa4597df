package dev.lacuna.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A query of the application's, with its values.
 *
 * @param values none for a text that is run by a plain statement
 */
record Probe(String sql, List<Object> values) {

  static Probe of(String sql, Object... values) {
    return new Probe(sql, List.of(values));
  }

  void run(Connection connection) throws SQLException {
    if (values.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement);
      statement.execute();
    }
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
