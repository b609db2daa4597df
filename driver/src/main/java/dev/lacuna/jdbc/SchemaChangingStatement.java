package dev.lacuna.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement that may change what tables have: it was sent as it came. */
public abstract class SchemaChangingStatement extends LacunaPreparedStatement {

  private static final WrapperFactory<LacunaConnection, PreparedStatement, SchemaChangingStatement>
      STATEMENTS = new WrapperFactory<>(SchemaChangingStatement.class);

  protected SchemaChangingStatement(LacunaConnection origin, PreparedStatement prepared) {
    super(origin, prepared);
  }

  static SchemaChangingStatement wrap(LacunaConnection origin, PreparedStatement prepared) {
    return STATEMENTS.wrap(origin, prepared);
  }

  @Override
  protected final <R> R run(StatementCall<PreparedStatement, R> call) throws SQLException {
    try {
      return super.run(call);
    } finally {
      origin().session().schemaChanged();
    }
  }
}
