package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement whose text may be another each time it runs. */
public abstract class TolerantPreparedStatement extends LacunaPreparedStatement {

  private static final WrapperFactory<PreparedText, PreparedStatement, TolerantPreparedStatement>
      STATEMENTS = new WrapperFactory<>(TolerantPreparedStatement.class);

  protected TolerantPreparedStatement(PreparedText text, PreparedStatement prepared) {
    super(text.origin(), prepared);
  }

  static TolerantPreparedStatement prepare(PreparedText text) throws SQLException {
    Translation translation = text.translate();
    return STATEMENTS.wrap(text, text.prepare(translation));
  }
}
