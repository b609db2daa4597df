package dev.lacuna.ddl;

import dev.lacuna.config.HistoryOptions;
import dev.lacuna.ddl.change.Notes;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code lacuna_history}, in the schema that the first connection is in. What connections
 * with the same URL and options share of it.
 *
 * <p>Safe for use by several threads.
 */
public final class HistoryTable {

  /** Its name. */
  public static final String NAME = "lacuna_history";

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  private final Engine engine;
  private final HistorySql sql;
  private final Notes notes;
  private final String version;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile @Nullable String name;

  /**
   * The table of some connections.
   *
   * @param options what stands in it where a statement does not say
   * @param version Lacuna's own
   */
  public HistoryTable(Engine engine, HistoryOptions options, String version) {
    this.engine = engine;
    this.sql = HistorySql.of(engine);
    this.notes =
        new Notes(given(options.reason()), given(options.approvedBy()), given(options.commit()));
    this.version = version;
  }

  private static @Nullable String given(String option) {
    return option.isBlank() ? null : option;
  }

  /**
   * Sees to it that the table is there, before anything runs on a connection. Where it cannot be
   * created, that is logged once, and each statement that is not recorded is logged again.
   */
  public void prepare(Connection connection) {
    if (name != null) {
      return;
    }
    try {
      name = found(connection);
    } catch (SQLException e) {
      if (warned.compareAndSet(false, true)) {
        LOG.warn("DDL will not be recorded: {} cannot be created: {}", NAME, HistorySql.brief(e));
      }
    }
  }

  private String found(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String found = sql.locate(statement);
      if (found == null) {
        throw new SQLException("the connection is in no schema", "3F000");
      }
      if (!sql.exists(statement, found)) {
        create(connection, found);
      }
      return found;
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    }
  }

  /** In a transaction of its own. */
  private void create(Connection connection, String table) throws SQLException {
    boolean auto = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      sql.begin(statement);
      sql.create(statement, table);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(auto);
    }
  }

  /** Creates it once more, outside of any transaction: somebody has dropped it. */
  void createAgain(Connection connection) throws SQLException {
    create(connection, name());
  }

  Engine engine() {
    return engine;
  }

  HistorySql sql() {
    return sql;
  }

  /** What the options note. */
  Notes notes() {
    return notes;
  }

  String version() {
    return version;
  }

  /**
   * With its schema, in quotes.
   *
   * @throws SQLException if it could not be created
   */
  String name() throws SQLException {
    String known = name;
    if (known == null) {
      throw new SQLException("it could not be created at the connect", "42501");
    }
    return known;
  }
}
