package dev.lacuna.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement whose text was sent as it came: its setters are bare forwards. All ways to
 * run it pass through {@link #run}.
 */
public abstract class LacunaPreparedStatement extends LacunaStatement implements PreparedStatement {

  private static final WrapperFactory<LacunaConnection, PreparedStatement, LacunaPreparedStatement>
      STATEMENTS = new WrapperFactory<>(LacunaPreparedStatement.class);

  /** The inherited {@code statement} under its own type, which spares a cast in every setter. */
  protected PreparedStatement prepared;

  protected LacunaPreparedStatement(LacunaConnection origin, PreparedStatement prepared) {
    super(origin, prepared);
    this.prepared = prepared;
  }

  static LacunaPreparedStatement wrap(LacunaConnection origin, PreparedStatement prepared) {
    return ReusedStatements.mayInclude(prepared)
        ? origin.reusedStatements().wrapperOf(prepared, () -> make(origin, prepared))
        : make(origin, prepared);
  }

  private static LacunaPreparedStatement make(LacunaConnection origin, PreparedStatement prepared) {
    return STATEMENTS.wrap(origin, prepared, origin.makers().prepared());
  }

  /** Goes on with another of the driver's statements, of the same class as the one before. */
  void redirect(PreparedStatement other) {
    statement = other;
    prepared = other;
  }

  @Override
  protected PreparedStatement delegate() {
    return prepared;
  }

  /** Runs the statement, or its batch, in one of the ways that JDBC has. */
  protected <R> R run(StatementCall<PreparedStatement, R> call) throws SQLException {
    return call.on(prepared);
  }

  @Override
  public boolean execute() throws SQLException {
    return run(PreparedStatement::execute);
  }

  @Override
  public @Nullable ResultSet executeQuery() throws SQLException {
    return current(run(PreparedStatement::executeQuery));
  }

  @Override
  public int executeUpdate() throws SQLException {
    return run(PreparedStatement::executeUpdate);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return run(PreparedStatement::executeLargeUpdate);
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return run(PreparedStatement::executeBatch);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return run(PreparedStatement::executeLargeBatch);
  }
}
