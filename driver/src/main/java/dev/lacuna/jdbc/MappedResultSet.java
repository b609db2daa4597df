package dev.lacuna.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * A result set whose columns come from more than one of the driver's, or in another order.
 *
 * <p>The generated class sends every {@code get…} and {@code update…} that takes a column's index,
 * the driver's own included, to {@code source(index)} at {@code position(index)}; one that takes a
 * label asks {@link #findColumn} first, and then goes the same way. So each conversion is the
 * driver's own. All other methods go to the result set that was wrapped.
 *
 * <p>As the columns are not the delegate's, what speaks of them has to be written by hand; the
 * generator refuses a subclass that leaves one of the methods below open.
 */
public abstract class MappedResultSet extends LacunaResultSet {

  protected MappedResultSet(LacunaWrapper origin, ResultSet resultSet) {
    super(origin, resultSet);
  }

  /**
   * The driver's result set that has a column.
   *
   * @param index the application's, from 1, unchecked: one that is out of range goes to a source
   *     that refuses it
   */
  protected abstract ResultSet source(int index) throws SQLException;

  /** The column's index in its source. Called right after {@link #source} with the same index. */
  protected abstract int position(int index) throws SQLException;

  @Override
  public abstract int findColumn(String label) throws SQLException;

  @Override
  public abstract ResultSetMetaData getMetaData() throws SQLException;

  /** Whether the value read last, from whatever source, was null. */
  @Override
  public abstract boolean wasNull() throws SQLException;
}
