package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A batch on an engine that runs its entries one by one: one may fail where those before it, and
 * those behind it, have their effect.
 */
interface RowBatch extends Translatable {

  /** How many entries it has. */
  int size();

  /**
   * Runs some of the entries.
   *
   * @param entries their positions, from 0, in their order
   * @return their update counts, as the driver returns them
   */
  long[] run(Translation translation, List<Integer> entries) throws SQLException;

  /** What is to run in place of a translation whose guards have been proven, under the lock. */
  default Translation underLock(Translation proven) throws SQLException {
    return proven;
  }

  /** The driver's statement that runs. */
  Statement statement();
}
