package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Notes;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the DDL of one connection into {@link HistoryTable}.
 *
 * <p>On PostgreSQL the row is written in the statement's transaction: one that is rolled back takes
 * it along. MySQL and MariaDB commit around DDL; there it is written right behind the statement,
 * and committed where that commits nothing else. Whatever goes wrong with the history is logged,
 * and changes nothing for the statement.
 *
 * <p>Belongs to one connection and is as thread-safe as that.
 */
public final class History {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  private static final String NO_TRANSACTION = "25P01";
  private static final String BACK = "ROLLBACK TO SAVEPOINT lacuna_history";

  /** What came of a statement, and how long that took. */
  record Outcome(String text, int attempts, long waitedMillis, long heldMillis) {
    static final Outcome REFUSED = new Outcome("refused", 0, 0, 0);
  }

  private final HistoryTable table;
  private final Connection connection;
  private final Gate.InTransaction open;

  /**
   * For a connection of the real driver.
   *
   * @param open whether a transaction has begun that has not ended yet
   */
  public History(HistoryTable table, Connection connection, Gate.InTransaction open) {
    this.table = table;
    this.connection = connection;
    this.open = open;
  }

  Connection connection() {
    return connection;
  }

  boolean isOnPostgresql() {
    return table.engine() == Engine.POSTGRESQL;
  }

  /** Records a statement that is not sent. */
  void refused(Verdict verdict, boolean transaction) {
    write(HistoryEntry.of(List.of(verdict.ddl()), List.of(verdict)), Outcome.REFUSED, transaction);
  }

  /**
   * Records statements.
   *
   * @param transaction whether they have run in a transaction that goes on
   */
  void write(List<HistoryEntry> entries, Outcome outcome, boolean transaction) {
    try {
      if (isOnPostgresql()) {
        onPostgresql(entries, outcome, transaction);
      } else {
        onMysql(entries, outcome);
      }
    } catch (SQLException e) {
      for (HistoryEntry entry : entries) {
        LOG.warn(
            "Not recorded in {} ({}): {}",
            HistoryTable.NAME,
            HistorySql.brief(e),
            Literals.in(entry.ddl().sql(), table.engine().dialect()).masked(entry.ddl().sql()));
      }
    }
  }

  private void onPostgresql(List<HistoryEntry> entries, Outcome outcome, boolean transaction)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!transaction || !isSaved(statement)) {
        insertOrCreate(entries, outcome, () -> table.createAgain(connection));
        return;
      }
      try {
        insertOrCreate(
            entries,
            outcome,
            () -> {
              statement.execute(BACK);
              table.sql().create(statement, table.name());
            });
      } catch (SQLException e) {
        statement.execute(BACK);
        throw e;
      } finally {
        statement.execute("RELEASE SAVEPOINT lacuna_history");
      }
    }
  }

  /** What goes wrong behind it is undone alone; false where the statement ended the transaction. */
  private static boolean isSaved(Statement statement) throws SQLException {
    try {
      statement.execute("SAVEPOINT lacuna_history");
      return true;
    } catch (SQLException e) {
      if (NO_TRANSACTION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private void onMysql(List<HistoryEntry> entries, Outcome outcome) throws SQLException {
    boolean commits = !connection.getAutoCommit() && !open.goesOn();
    try {
      insertOrCreate(entries, outcome, () -> table.createAgain(connection));
    } finally {
      if (commits) {
        connection.commit();
      }
    }
  }

  /** Creates the table where somebody has dropped it. */
  @FunctionalInterface
  private interface Creation {
    void run() throws SQLException;
  }

  private void insertOrCreate(List<HistoryEntry> entries, Outcome outcome, Creation creation)
      throws SQLException {
    try {
      insert(table.name(), entries, outcome);
    } catch (SQLException e) {
      if (!table.sql().isMissing(e)) {
        throw e;
      }
      creation.run();
      insert(table.name(), entries, outcome);
    }
  }

  private void insert(String name, List<HistoryEntry> entries, Outcome outcome)
      throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String driver =
        "Lacuna %s, %s %s"
            .formatted(table.version(), metaData.getDriverName(), metaData.getDriverVersion());
    String engine =
        Server.assumed(table.engine(), ServerVersion.parse(metaData.getDatabaseProductVersion()))
            .label();
    String application = connection.getClientInfo("ApplicationName");
    try (PreparedStatement row = connection.prepareStatement(table.sql().insert(name))) {
      for (HistoryEntry entry : entries) {
        Notes notes = entry.ddl().notes().or(table.notes()).or(Notes.of(application));
        row.setString(1, TimeOrderedId.next());
        row.setString(2, application);
        row.setString(3, driver);
        row.setString(4, engine);
        bind(row, entry);
        row.setLong(10, outcome.waitedMillis());
        row.setLong(11, outcome.heldMillis());
        row.setInt(12, outcome.attempts());
        row.setString(13, outcome.text());
        row.setString(14, notes.reason());
        row.setString(15, notes.approvedBy());
        row.setString(16, notes.commit());
        row.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement row, HistoryEntry entry) throws SQLException {
    row.setString(5, entry.ddl().sql());
    row.setString(6, entry.table());
    row.setString(7, ChangedColumns.of(entry.ddl()));
    row.setString(8, entry.level());
    row.setString(9, entry.rules());
  }
}
