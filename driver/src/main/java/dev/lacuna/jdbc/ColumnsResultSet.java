package dev.lacuna.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The driver's list of columns with further rows in it. Those are read from a second result of the
 * driver's own, so that every conversion is the driver's.
 */
public abstract class ColumnsResultSet extends MappedResultSet {

  private static final WrapperFactory<Source, ResultSet, ColumnsResultSet> RESULT_SETS =
      new WrapperFactory<>(ColumnsResultSet.class);

  private final ResultSet more;
  private final List<Integer> rows;
  private int at;
  private @Nullable ResultSet lastRead;

  /**
   * What a list is made from, beside the driver's. Public only because generated classes hand it
   * on; no application uses it.
   *
   * @param more the further rows
   * @param rows for each row of the list its number, from 1, in the driver's; or, negative, among
   *     the further ones
   */
  public record Source(LacunaConnection origin, ResultSet more, List<Integer> rows) {}

  protected ColumnsResultSet(Source source, ResultSet resultSet) {
    super(source.origin(), resultSet);
    this.more = source.more();
    this.rows = List.copyOf(source.rows());
  }

  static ColumnsResultSet wrap(Source source, ResultSet raw) {
    return RESULT_SETS.wrap(source, raw);
  }

  @Override
  protected final ResultSet source(int index) {
    ResultSet source = isFurther() ? more : resultSet;
    lastRead = source;
    return source;
  }

  private boolean isFurther() {
    return at >= 1 && at <= rows.size() && rows.get(at - 1) < 0;
  }

  @Override
  protected final int position(int index) {
    return index;
  }

  @Override
  public int findColumn(String label) throws SQLException {
    return resultSet.findColumn(label);
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    return resultSet.getMetaData();
  }

  @Override
  public boolean wasNull() throws SQLException {
    return (lastRead == null ? resultSet : lastRead).wasNull();
  }

  @Override
  public void close() throws SQLException {
    more.close();
    resultSet.close();
  }

  @Override
  public boolean next() throws SQLException {
    return goTo(at + 1);
  }

  @Override
  public boolean previous() throws SQLException {
    return goTo(at - 1);
  }

  @Override
  public boolean first() throws SQLException {
    return goTo(1);
  }

  @Override
  public boolean last() throws SQLException {
    return goTo(rows.size());
  }

  @Override
  public boolean absolute(int row) throws SQLException {
    return goTo(row < 0 ? rows.size() + 1 + row : row);
  }

  @Override
  public boolean relative(int count) throws SQLException {
    return goTo(at + count);
  }

  @Override
  public void beforeFirst() throws SQLException {
    goTo(0);
  }

  @Override
  public void afterLast() throws SQLException {
    goTo(rows.size() + 1);
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    return isAt(0);
  }

  @Override
  public boolean isFirst() throws SQLException {
    return isAt(1);
  }

  @Override
  public boolean isLast() throws SQLException {
    return isAt(rows.size());
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    return isAt(rows.size() + 1);
  }

  @Override
  public int getRow() throws SQLException {
    return isAt(at) && at <= rows.size() ? at : 0;
  }

  /** A closed result must refuse in the driver's words. */
  private boolean isAt(int row) throws SQLException {
    resultSet.getRow();
    return at == row;
  }

  private boolean goTo(int row) throws SQLException {
    int last = rows.size();
    at = Math.max(0, Math.min(row, last + 1));
    if (at < 1) {
      resultSet.beforeFirst();
      return false;
    }
    if (at > last) {
      resultSet.afterLast();
      return false;
    }
    int number = rows.get(at - 1);
    return number < 0 ? more.absolute(-number) : resultSet.absolute(number);
  }
}
