package dev.lacuna.demo;

import java.sql.SQLException;

/** What a deployment answered to a task. */
sealed interface Answer {

  /** Rows, a count, keys: all that the application has seen, as text. */
  record Told(String text) implements Answer {}

  /** An error. */
  record Failed(String sqlState, String message) implements Answer {

    static Failed of(SQLException error) {
      String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
      return new Failed(String.valueOf(error.getSQLState()), message.replaceFirst("^ERROR: ", ""));
    }
  }
}
