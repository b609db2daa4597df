package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
  private final Map<List<DeclaredColumn>, Companion> constant = new HashMap<>();

  Companions(Connection connection) {
    this.connection = connection;
  }

  /** The values of some columns, as they are now. */
  Companion of(List<DeclaredColumn> columns) throws SQLException {
    Companion known = constant.get(columns);
    if (known != null) {
      return known;
    }
    boolean shared = columns.stream().allMatch(Companions::isConstant);
    Companion companion = new Companion(query(columns), shared);
    if (shared) {
      constant.put(columns, companion);
    }
    return companion;
  }

  private ResultSet query(List<DeclaredColumn> columns) throws SQLException {
    String values =
        columns.stream()
            .map(
                column ->
                    "CAST("
                        + column.defaultOrNull()
                        + " AS "
                        + column.type()
                        + ") AS "
                        + Dialect.POSTGRESQL.quote(column.column()))
            .collect(Collectors.joining(", "));
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    ResultSet row = statement.executeQuery("SELECT " + values);
    row.next();
    return row;
  }

  /** Whether the default is the same at all times: literals and casts, no call of anything. */
  private static boolean isConstant(DeclaredColumn column) {
    Tokens tokens = Tokens.of(column.defaultOrNull(), Dialect.POSTGRESQL);
    for (int i = 0; i < tokens.count(); i++) {
      boolean name = tokens.isName(i) && !tokens.isAny(i, "NULL", "TRUE", "FALSE");
      boolean type = i > 0 && tokens.text(i - 1).equals("::");
      if ((name && !type) || tokens.is(i, TokenKind.OPEN)) {
        return false;
      }
    }
    return true;
  }
}
