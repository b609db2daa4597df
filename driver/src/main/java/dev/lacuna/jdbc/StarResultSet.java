package dev.lacuna.jdbc;

import dev.lacuna.schema.DeclaredColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * A result with a star, completed by the columns that it lacks: those are read from a companion, a
 * result of the driver's own that stands on one row with their values.
 */
public abstract class StarResultSet extends MappedResultSet {

  private static final WrapperFactory<Source, ResultSet, StarResultSet> RESULT_SETS =
      new WrapperFactory<>(StarResultSet.class);

  private final StarColumns columns;
  private final Companions.Companion companion;
  private ResultSet lastRead;
  private boolean standsOnRow;

  /**
   * What a completed result is made from, beside the driver's result. Public only because generated
   * classes hand it on; no application uses it.
   */
  public record Source(LacunaWrapper origin, StarColumns columns, Companions.Companion companion) {}

  protected StarResultSet(Source source, ResultSet resultSet) {
    super(source.origin(), resultSet);
    this.columns = source.columns();
    this.companion = source.companion();
    this.lastRead = resultSet;
  }

  static StarResultSet wrap(Source source, ResultSet raw) {
    return RESULT_SETS.wrap(source, raw);
  }

  @Override
  protected final ResultSet source(int index) throws SQLException {
    // A closed result, or one that stands on no row, must refuse for the companion too.
    lastRead =
        columns.isMissing(index) && !resultSet.isClosed() && hasRow() ? companion.row() : resultSet;
    return lastRead;
  }

  /** A result that is streamed does not tell its row; it only goes forward. */
  private boolean hasRow() throws SQLException {
    return resultSet.getType() == ResultSet.TYPE_FORWARD_ONLY
        ? standsOnRow
        : resultSet.getRow() > 0;
  }

  @Override
  public boolean next() throws SQLException {
    standsOnRow = resultSet.next();
    return standsOnRow;
  }

  @Override
  protected final int position(int index) {
    return columns.position(index);
  }

  @Override
  public void close() throws SQLException {
    companion.release();
    resultSet.close();
  }

  /** JDBC takes the first of several columns with one label. */
  @Override
  public int findColumn(String label) throws SQLException {
    for (DeclaredColumn column : columns.missing()) {
      int index = columns.completed(column);
      if (column.column().equalsIgnoreCase(label) && !standsInFront(label, index)) {
        return index;
      }
    }
    return columns.completed(resultSet.findColumn(label));
  }

  private boolean standsInFront(String label, int index) throws SQLException {
    ResultSetMetaData actual = resultSet.getMetaData();
    for (int i = 1; i < index; i++) {
      if (!columns.isMissing(i)
          && actual.getColumnLabel(columns.position(i)).equalsIgnoreCase(label)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    return new StarMetaData(columns, resultSet.getMetaData(), companion.row().getMetaData());
  }

  @Override
  public boolean wasNull() throws SQLException {
    return lastRead.wasNull();
  }
}
