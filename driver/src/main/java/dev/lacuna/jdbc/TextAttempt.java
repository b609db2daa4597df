package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;

/** A text that is run on a plain statement. */
record TextAttempt<R>(
    TolerantSession session,
    LacunaStatement wrapper,
    Analysis.Relevant text,
    GeneratedKeys keys,
    Execution<R> execution)
    implements Attempt<R> {

  @Override
  public String sql() {
    return text.sql();
  }

  @Override
  public Translation translate() throws SQLException {
    return session.translate(text, keys);
  }

  @Override
  public R with(Translation translation) throws SQLException {
    session.foresee(translation);
    R result = execution.run(statement(), translation.sql());
    wrapper.shows(translation.star());
    return result;
  }

  @Override
  public boolean leftNothing(R result) throws SQLException {
    return Outcome.isNothing(result, statement());
  }

  @Override
  public Statement statement() {
    return wrapper.delegate();
  }
}
