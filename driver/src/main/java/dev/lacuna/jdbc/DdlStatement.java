package dev.lacuna.jdbc;

import dev.lacuna.ddl.Gate;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement with DDL, which is judged each time that it runs. */
public abstract class DdlStatement extends LacunaPreparedStatement {

  private static final WrapperFactory<Source, PreparedStatement, DdlStatement> STATEMENTS =
      new WrapperFactory<>(DdlStatement.class);

  private final Source source;
  private String sent;

  /**
   * What the statement is made from, beside the driver's. Public only because generated classes
   * hand it on; no application uses it.
   */
  public record Source(
      LacunaConnection origin,
      Gate gate,
      Gate.Text text,
      Preparation<PreparedStatement> preparation) {

    String sql() {
      return String.valueOf(text.sql());
    }

    /** The same where the driver's statement holds more than the text: values, or a batch. */
    Gate.Text fixed() {
      return new Gate.Text(null, text.ddl(), false);
    }
  }

  protected DdlStatement(Source source, PreparedStatement prepared) {
    super(source.origin(), prepared);
    this.source = source;
    this.sent = source.sql();
  }

  static DdlStatement wrap(Source source, PreparedStatement prepared) {
    return STATEMENTS.wrap(source, prepared);
  }

  @Override
  protected final <R> R run(StatementCall<PreparedStatement, R> call) throws SQLException {
    boolean holdsMore = source.sql().indexOf('?') >= 0;
    return judged(holdsMore ? source.fixed() : source.text(), call);
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return judged(source.fixed(), PreparedStatement::executeBatch);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return judged(source.fixed(), PreparedStatement::executeLargeBatch);
  }

  private <R> R judged(Gate.Text text, StatementCall<PreparedStatement, R> call)
      throws SQLException {
    try {
      return source
          .gate()
          .pass(
              text,
              sql -> {
                if (text.sql() != null) {
                  become(sql);
                }
                return super.run(call);
              });
    } finally {
      origin().session().tablesChanged();
    }
  }

  /** Prepares another text where that is to be sent. */
  private void become(String sql) throws SQLException {
    if (!sql.equals(sent)) {
      PreparedStatement other = source.preparation().prepare(origin().delegate(), sql);
      StatementSettings.copy(delegate(), other);
      delegate().close();
      redirect(other);
      sent = sql;
    }
  }
}
