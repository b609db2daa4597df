package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
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

  /** Whether an execution that succeeded changed no row and returned none. */
  boolean leftNothing(R result) throws SQLException;

  /** The driver's statement that runs. */
  Statement statement();

  /** Whether several texts, or sets of values, are run at once. */
  default boolean isBatch() {
    return false;
  }
}
