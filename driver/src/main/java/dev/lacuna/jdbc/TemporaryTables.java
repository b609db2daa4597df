package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.rewrite.Guard;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.TableKnowledge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds tables that are the session's own. Nobody else changes them, so a write to one needs no
 * guard; and MySQL runs none that has one, as a statement may name a temporary table but once
 * (MySQL 9.7 Reference Manual, B.3.6.2 "TEMPORARY Table Problems").
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class TemporaryTables {

  private final Connection connection;
  private final TableKnowledge knowledge;

  /** For a connection of the real driver. */
  TemporaryTables(Connection connection, TableKnowledge knowledge) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  /**
   * Takes the temporary ones among the tables that a refused text guards for the session's own, to
   * the end of the statement. In a batch that is done only where all its texts write to the table:
   * so that none of them takes it away, and another one of its name stands there for the next.
   *
   * @param because takes what goes wrong with asking
   * @return whether there is any
   */
  boolean takeForOwn(Translation refused, SQLException because) {
    try {
      Set<List<String>> own =
          refused.guards().stream().map(Guard::path).collect(Collectors.toSet());
      refused.parts().forEach(part -> own.retainAll(paths(part)));
      for (List<String> path : Set.copyOf(own)) {
        if (!isTemporary(path)) {
          own.remove(path);
        }
      }
      knowledge.takeForOwn(own);
      return !own.isEmpty();
    } catch (SQLException e) {
      because.addSuppressed(e);
      return false;
    }
  }

  private static List<List<String>> paths(Translation translation) {
    return translation.guards().stream().map(Guard::path).toList();
  }

  /** MySQL 9.7 Reference Manual, 15.7.7.12 "SHOW CREATE TABLE Statement". */
  private boolean isTemporary(List<String> path) throws SQLException {
    String name = path.stream().map(Dialect.MYSQL::quote).collect(Collectors.joining("."));
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(0);
      try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + name)) {
        return row.next() && row.getString(2).startsWith("CREATE TEMPORARY TABLE");
      }
    }
  }
}
