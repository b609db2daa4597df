package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;

/** A text that is translated anew as often as what is known of its tables turns out to be old. */
interface Translatable {

  /** The application's text, for what is said of it. */
  String sql();

  /** Translates the text for the tables as they are known now. */
  Translation translate() throws SQLException;
}
