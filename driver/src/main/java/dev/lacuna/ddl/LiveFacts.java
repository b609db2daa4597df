package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for facts beside what the application does on the connection: no lock outlasts the
 * questions, none is waited for longer than a moment, and no error of theirs reaches the
 * application's transaction.
 */
public final class LiveFacts {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  private final Engine engine;
  private final Connection connection;

  /** For a connection of the real driver. */
  public LiveFacts(Engine engine, Connection connection) {
    this.engine = engine;
    this.connection = connection;
  }

  /** What is known; where the server cannot be asked, its version alone. */
  public Facts of(Ddl ddl, boolean transaction) throws SQLException {
    try {
      if (engine != Engine.POSTGRESQL) {
        return FactsLoader.of(engine, connection).load(ddl);
      }
      return transaction ? inTransaction(ddl) : inItsOwn(ddl);
    } catch (SQLException e) {
      LOG.debug("Facts for DDL could not be asked for: {}", e.getMessage());
      String version = connection.getMetaData().getDatabaseProductVersion();
      return Facts.of(Server.assumed(engine, ServerVersion.parse(version)));
    }
  }

  /** Going back to a savepoint lets go of the locks, and of the settings, that came behind it. */
  private Facts inTransaction(Ddl ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SAVEPOINT lacuna_facts");
      try {
        return bounded(statement, ddl);
      } finally {
        statement.execute("ROLLBACK TO SAVEPOINT lacuna_facts");
        statement.execute("RELEASE SAVEPOINT lacuna_facts");
      }
    }
  }

  private Facts inItsOwn(Ddl ddl) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      return bounded(statement, ddl);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Facts bounded(Statement statement, Ddl ddl) throws SQLException {
    statement.execute("SET LOCAL lock_timeout = '500ms'");
    return FactsLoader.of(engine, connection).load(ddl);
  }
}
