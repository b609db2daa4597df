package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The sets of values of a prepared statement's batch, run one by one. */
record PreparedRowBatch(TolerantPreparedStatement wrapper, int size, BatchCall<?> call)
    implements RowBatch {

  @Override
  public String sql() {
    return wrapper.text().text().sql();
  }

  @Override
  public Translation translate() throws SQLException {
    return wrapper.text().translate();
  }

  @Override
  public Translation underLock(Translation proven) throws SQLException {
    return wrapper.text().underLock(proven);
  }

  @Override
  public Statement statement() {
    return wrapper.delegate();
  }

  @Override
  public long[] run(Translation translation, List<Integer> entries) throws SQLException {
    return wrapper.runRows(translation, entries, call);
  }
}
