package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Guard;
import dev.lacuna.schema.TableKnowledge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks guards by themselves: whether what was taken for missing is.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class GuardProbes {

  private final Connection connection;
  private final TableKnowledge knowledge;

  /** For a connection of the real driver. */
  GuardProbes(Connection connection, TableKnowledge knowledge) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  /** Keeps their tables as they are to the end of the transaction. */
  void lock(List<Guard> guards) throws SQLException {
    for (Guard guard : guards) {
      if (!guard.lock().isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(guard.lock());
        }
      }
    }
  }

  /** Whether a column that was taken for missing is there; what is learnt is remembered. */
  boolean haveFound(List<Guard> guards) throws SQLException {
    boolean any = false;
    for (Guard guard : guards) {
      List<Boolean> missing = ask(guard.probe());
      List<String> come = new ArrayList<>();
      for (int i = 0; i < guard.columns().size(); i++) {
        if (!missing.get(i)) {
          come.add(guard.columns().get(i));
        }
      }
      if (missing.contains(false)) {
        any = true;
        if (come.isEmpty()) {
          knowledge.forget(guard.path());
        } else {
          knowledge.learn(guard.path(), come);
        }
      }
    }
    return any;
  }

  private List<Boolean> ask(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      List<Boolean> answers = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        answers.add(row.getBoolean(i));
      }
      return answers;
    }
  }
}
