package dev.lacuna.jdbc;

import dev.lacuna.ddl.Gate;
import dev.lacuna.ddl.change.Ddl;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A prepared statement with DDL, which is judged each time that it runs. */
public abstract class DdlStatement extends LacunaPreparedStatement {

  private static final WrapperFactory<Source, PreparedStatement, DdlStatement> STATEMENTS =
      new WrapperFactory<>(DdlStatement.class);

  private final Source source;

  /**
   * What the statement is made from, beside the driver's. Public only because generated classes
   * hand it on; no application uses it.
   */
  public record Source(LacunaConnection origin, Gate gate, List<Ddl> ddl, boolean alone) {
    /** Copies the list. */
    public Source {
      ddl = List.copyOf(ddl);
    }
  }

  protected DdlStatement(Source source, PreparedStatement prepared) {
    super(source.origin(), prepared);
    this.source = source;
  }

  static DdlStatement wrap(Source source, PreparedStatement prepared) {
    return STATEMENTS.wrap(source, prepared);
  }

  @Override
  protected final <R> R run(StatementCall<PreparedStatement, R> call) throws SQLException {
    try {
      return source.gate().pass(source.ddl(), source.alone(), () -> super.run(call));
    } finally {
      origin().session().schemaChanged();
    }
  }
}
