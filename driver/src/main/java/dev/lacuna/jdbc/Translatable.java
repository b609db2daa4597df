package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;

/** A text that is translated anew as often as what is known of its tables turns out to be old. */
interface Translatable {

  /** The application's text, for what is said of it. */
  String sql();

  /** Translates the text for the tables as they are known now. */
  Translation translate() throws SQLException;

  /**
   * Notes that the server refused a translation which is as right as before. MariaDB resolves the
   * names of a prepared {@code DELETE … IN (SELECT …)} anew each time it runs, after it has merged
   * the derived table in it; only what is freshly prepared runs.
   */
  default void refused() {}
}
