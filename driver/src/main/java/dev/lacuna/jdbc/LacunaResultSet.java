package dev.lacuna.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A result set that lacks no column: every getter is a bare forward, and no row costs an object.
 *
 * <p>As thread-safe as the driver's result set.
 */
public abstract class LacunaResultSet extends LacunaWrapper implements ResultSet {

  private static final WrapperFactory<LacunaWrapper, ResultSet, LacunaResultSet> RESULT_SETS =
      new WrapperFactory<>(LacunaResultSet.class);

  protected final ResultSet resultSet;

  private final LacunaConnection origin;
  private @Nullable Statement statement;

  /**
   * @param origin the statement that was run; anything else if the driver made a statement of its
   *     own, whose wrapper is then made when it is asked for
   */
  protected LacunaResultSet(LacunaWrapper origin, ResultSet resultSet) {
    this.origin = origin.origin();
    this.statement = origin instanceof LacunaStatement known ? known : null;
    this.resultSet = resultSet;
  }

  static LacunaResultSet wrap(LacunaWrapper origin, ResultSet resultSet) {
    return RESULT_SETS.wrap(origin, resultSet, origin.origin().makers().resultSets());
  }

  @Override
  protected final ResultSet delegate() {
    return resultSet;
  }

  @Override
  final LacunaConnection origin() {
    return origin;
  }

  /** The driver is asked first: it may refuse, or have no statement to tell. */
  @Override
  public @Nullable Statement getStatement() throws SQLException {
    Statement raw = resultSet.getStatement();
    if (raw == null) {
      return null;
    }
    if (statement == null) {
      statement = origin.adopt(raw);
    }
    return statement;
  }

  /** A value may be a result set, such as a refcursor; other values are the driver's own. */
  protected final @Nullable Object adopt(@Nullable Object value) {
    if (value instanceof ResultSet cursor) {
      return wrap(origin, cursor);
    }
    return value instanceof Array array ? adopt(array) : value;
  }

  @Override
  protected final @Nullable Object adoptVendors(@Nullable Object value) {
    return statement instanceof LacunaStatement known && known.delegate() == value
        ? known
        : super.adoptVendors(value);
  }
}
