package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.TableKnowledge;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One execution that the application asked for. It may be made more than once, each time with
 * another translation, until one was right for the table as the server had it.
 *
 * @param <R> what the application gets
 */
interface Attempt<R> extends Translatable {

  /** Makes the execution. */
  R with(Translation translation) throws SQLException;

  /** What is to run in place of a translation whose guards have been proven, under the lock. */
  default Translation underLock(Translation proven) throws SQLException {
    return proven;
  }

  /** Whether an execution that succeeded changed no row and returned none. */
  boolean leftNothing(R result) throws SQLException;

  /** The driver's statement that runs. */
  Statement statement();

  /**
   * Whether the connection is surely in the database that the statement runs in.
   *
   * @param knowledge what the connection knows now
   */
  default boolean isAtHome(TableKnowledge knowledge) {
    return false;
  }

  /** Whether several texts, or sets of values, are run at once. */
  default boolean isBatch() {
    return false;
  }
}
