package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.TableKnowledge;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A prepared text, or its batch, that is run.
 *
 * @param isBatch whether it is the batch
 */
record PreparedAttempt<R>(
    TolerantPreparedStatement wrapper, StatementCall<PreparedStatement, R> call, boolean isBatch)
    implements Attempt<R> {

  @Override
  public String sql() {
    return wrapper.text().text().sql();
  }

  @Override
  public Translation translate() throws SQLException {
    return wrapper.text().translate();
  }

  @Override
  public R with(Translation translation) throws SQLException {
    wrapper.become(translation);
    wrapper.text().session().foresee(translation);
    return call.on(wrapper.delegate());
  }

  @Override
  public Translation underLock(Translation proven) throws SQLException {
    return isBatch ? wrapper.text().underLock(proven) : proven;
  }

  @Override
  public boolean leftNothing(R result) throws SQLException {
    return Outcome.isNothing(result, statement());
  }

  @Override
  public Statement statement() {
    return wrapper.delegate();
  }

  @Override
  public boolean isAtHome(TableKnowledge knowledge) {
    return wrapper.text().preparedAt() == knowledge.lastVersion();
  }
}
