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
}
