package dev.lacuna.jdbc;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A call. A result set that comes out of it as a value, such as a refcursor, leads back too. */
public abstract class LacunaCallableStatement extends LacunaPreparedStatement
    implements CallableStatement {

  private static final WrapperFactory<LacunaConnection, CallableStatement, LacunaCallableStatement>
      CALLS = new WrapperFactory<>(LacunaCallableStatement.class);

  /** The inherited {@code prepared} under its own type, which spares a cast in every getter. */
  protected CallableStatement call;

  /** The driver gives one cursor as often as it is asked; made when there is one. */
  private @Nullable IdentityHashMap<ResultSet, LacunaResultSet> cursors;

  protected LacunaCallableStatement(LacunaConnection origin, CallableStatement call) {
    super(origin, call);
    this.call = call;
  }

  static LacunaCallableStatement wrap(LacunaConnection origin, CallableStatement call) {
    return CALLS.wrap(origin, call);
  }

  @Override
  final void redirect(PreparedStatement other) {
    super.redirect(other);
    call = (CallableStatement) other;
  }

  @Override
  protected final CallableStatement delegate() {
    return call;
  }

  @Override
  protected final <R> R run(StatementCall<PreparedStatement, R> execution) throws SQLException {
    cursors = null;
    return super.run(execution);
  }

  @Override
  public void close() throws SQLException {
    cursors = null;
    super.close();
  }

  protected final @Nullable Object adopt(@Nullable Object value) throws SQLException {
    if (value instanceof ResultSet cursor) {
      return cursor(cursor);
    }
    return value instanceof Array array ? adopt(array) : value;
  }

  private LacunaResultSet cursor(ResultSet raw) throws SQLException {
    if (cursors == null) {
      cursors = new IdentityHashMap<>();
    }
    LacunaResultSet known = cursors.get(raw);
    if (known == null) {
      // A cursor may have a statement of its own, and closing that must not close the call.
      LacunaWrapper maker = raw.getStatement() == call ? this : origin();
      known = LacunaResultSet.wrap(maker, raw);
      cursors.put(raw, known);
    }
    return known;
  }
}
