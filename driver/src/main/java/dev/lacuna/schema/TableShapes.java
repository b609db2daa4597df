package dev.lacuna.schema;

import java.sql.SQLException;
import java.util.List;

/** Where the shapes of tables come from, as one connection sees them. */
@FunctionalInterface
public interface TableShapes {

  /**
   * The shape of the table that a name stands for.
   *
   * @param path the parts of the name, normalised; the last is the table's own
   * @throws SQLException if the database cannot be asked
   */
  TableShape of(List<String> path) throws SQLException;

  /**
   * The major version of the server, where what can be sent depends on it; 0 stands for the oldest.
   *
   * @throws SQLException if the database cannot be asked
   */
  default int release() throws SQLException {
    return 0;
  }
}
