package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Those entries of a batch that have had no effect yet. */
record PendingRows(RowBatch batch, List<Integer> entries) implements Attempt<long[]> {

  @Override
  public String sql() {
    return batch.sql();
  }

  @Override
  public Translation translate() throws SQLException {
    return batch.translate();
  }

  @Override
  public long[] with(Translation translation) throws SQLException {
    return batch.run(translation, entries);
  }

  @Override
  public Translation underLock(Translation proven) throws SQLException {
    return batch.underLock(proven);
  }

  @Override
  public boolean leftNothing(long[] counts) {
    return false;
  }

  @Override
  public Statement statement() {
    return batch.statement();
  }

  @Override
  public boolean isBatch() {
    return true;
  }
}
