package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translator;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One-row results of the driver's own that hold the values of missing columns. A completed result
 * reads its missing columns from one, so that every conversion, and what the metadata says, is the
 * driver's.
 *
 * <p>Belongs to one connection and is as thread-safe as it is. What it keeps is as many rows as
 * there are sets of missing columns.
 */
final class Companions {

  /**
   * A result that stands on its one row.
   *
   * @param row the result; its columns are those asked for, in their order
   * @param shared whether others read from it too, so that it must not be closed
   */
  record Companion(ResultSet row, boolean shared) {

    /** Lets go of it, unless others read from it. */
    void release() throws SQLException {
      if (!shared) {
        row.close();
      }
    }
  }

  private final Connection connection;
  private final Translator translator;
  private final Map<List<DeclaredColumn>, Companion> constant = new HashMap<>();

  Companions(Connection connection, Translator translator) {
    this.connection = connection;
    this.translator = translator;
  }

  /** The values of some columns, as they are now. */
  Companion of(List<DeclaredColumn> columns) throws SQLException {
    Companion shared = shared(columns);
    return shared == null ? new Companion(query(columns), false) : shared;
  }

  /** The values of some columns, if they are the same at all times; else null. */
  @Nullable Companion shared(List<DeclaredColumn> columns) throws SQLException {
    Companion known = constant.get(columns);
    if (known == null && columns.stream().allMatch(DeclaredColumn::isConstant)) {
      known = new Companion(query(columns), true);
      constant.put(columns, known);
    }
    return known;
  }

  private ResultSet query(List<DeclaredColumn> columns) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    // Read whole: it is kept while other statements run.
    statement.setFetchSize(0);
    ResultSet row = statement.executeQuery(translator.defaults(columns));
    row.next();
    return row;
  }
}
