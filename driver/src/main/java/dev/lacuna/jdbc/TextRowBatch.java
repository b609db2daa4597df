package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The texts of a plain statement's batch, run one by one. */
record TextRowBatch(BatchAttempt<?> batch, LacunaStatement wrapper, int size, BatchCall<?> call)
    implements RowBatch {

  @Override
  public String sql() {
    return batch.sql();
  }

  @Override
  public Translation translate() throws SQLException {
    return batch.translate();
  }

  @Override
  public Statement statement() {
    return wrapper.delegate();
  }

  @Override
  public long[] run(Translation translation, List<Integer> entries) throws SQLException {
    wrapper.delegate().clearBatch();
    for (int entry : entries) {
      wrapper.delegate().addBatch(translation.parts().get(entry).sql());
    }
    return run(call);
  }

  private <R> long[] run(BatchCall<R> counted) throws SQLException {
    return counted.widen(counted.on(wrapper.delegate()));
  }
}
