package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The answers as if, by hand and over the plain driver: locks the table first, then looks whether
 * the column is there, then sends one of two texts. Exact and slow. A storm over it must be clean;
 * and a {@link Look} that lies plants a fault.
 */
final class ReferenceRunner implements SqlRunner {

  /** Locks the table until the transaction ends, and parses anew, which no snapshot disturbs. */
  static final String SET_UP =
      """
      CREATE FUNCTION lock_and_look() RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        LOCK TABLE users IN ROW EXCLUSIVE MODE;
        BEGIN
          EXECUTE 'SELECT nickname FROM users LIMIT 0';
          RETURN true;
        EXCEPTION WHEN undefined_column THEN
          RETURN false;
        END;
      END
      $$\
      """;

  private static final int UNDEFINED_COLUMN = 1054;
  private static final int TABLE_DEFINITION_CHANGED = 1412;

  /** What the runner believes of the column. */
  interface Look {

    /** Believes what it sees. */
    Look HONEST = (sql, there) -> there;

    boolean believes(TrafficSql sql, boolean there);
  }

  /** One execution, whose text depends on whether the column is there. */
  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private final Connection connection;
  private final Engine engine;
  private final Look look;

  ReferenceRunner(Connection connection, Engine engine, Look look) {
    this.connection = connection;
    this.engine = engine;
    this.look = look;
  }

  /** What its connections are opened with: what is kept of a text breaks with a column's type. */
  static String url(TestDatabase database) {
    return database.plainUrl()
        + (database.engine() == Engine.POSTGRESQL ? "&prepareThreshold=0" : "");
  }

  @Override
  public int update(TrafficSql sql, Object... arguments) throws SQLException {
    return locked(
        sql,
        statement -> {
          bind(statement, arguments);
          return statement.executeUpdate();
        });
  }

  @Override
  public int[] batch(TrafficSql sql, List<Object[]> rows) throws SQLException {
    return locked(
        sql,
        statement -> {
          for (Object[] row : rows) {
            bind(statement, row);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  @Override
  public Optional<Row> row(TrafficSql sql, Object... arguments) throws SQLException {
    return locked(
        sql,
        statement -> {
          bind(statement, arguments);
          try (ResultSet rows = statement.executeQuery()) {
            return SqlRunner.read(rows);
          }
        });
  }

  @Override
  public void close() {
    // Keeps no statement.
  }

  private <T> T locked(TrafficSql sql, Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      return inTransaction(sql, work);
    }
    while (true) {
      try {
        return inOwnTransaction(sql, work);
      } catch (SQLException e) {
        if (!"40001".equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private <T> T inOwnTransaction(TrafficSql sql, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = inTransaction(sql, work);
      connection.commit();
      return result;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private <T> T inTransaction(TrafficSql sql, Work<T> work) throws SQLException {
    boolean there = sql == TrafficSql.GLANCE || look.believes(sql, columnIsThere());
    try (PreparedStatement statement =
        connection.prepareStatement(there ? sql.sql(engine) : withoutColumn(sql))) {
      return work.with(statement);
    } catch (SQLException e) {
      throw e.getErrorCode() == TABLE_DEFINITION_CHANGED
          ? new SQLTransactionRollbackException(e.getMessage(), "40001", e)
          : e;
    }
  }

  private boolean columnIsThere() throws SQLException {
    return engine == Engine.POSTGRESQL ? isThereOnPostgres() : isThereOnMySql();
  }

  /** The first statement locks the table's definition to the transaction's end. */
  private boolean isThereOnMySql() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT id FROM users LIMIT 0").close();
      statement.executeQuery("SELECT nickname FROM users LIMIT 0").close();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == UNDEFINED_COLUMN) {
        return false;
      }
      throw e;
    }
  }

  private boolean isThereOnPostgres() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT lock_and_look()")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int index = 1; index <= arguments.length; index++) {
      statement.setObject(index, arguments[index - 1]);
    }
  }

  /** What a careful developer writes for a database without the column: same parameters. */
  private String withoutColumn(TrafficSql sql) {
    return engine == Engine.POSTGRESQL ? onPostgres(sql) : onMySql(sql);
  }

  private static String onMySql(TrafficSql sql) {
    String register = "INSERT INTO users (id, desk, name) VALUES (?, ?, COALESCE(?, ?))";
    return switch (sql) {
      case REGISTER -> register;
      case SAVE -> register + " ON DUPLICATE KEY UPDATE visits = visits + 1";
      case VISIT -> "UPDATE users SET visits = visits + 1 WHERE ? IS NOT NULL AND id = ?";
      case RENAME, RENAME_JOINED -> "UPDATE users SET id = id WHERE ? IS NOT NULL AND id = ?";
      case RENAME_RETURNING ->
          "SELECT id, visits, v.nickname FROM (SELECT ? AS nickname) v JOIN users WHERE id = ?";
      case LEAVE -> "DELETE FROM users WHERE id = ?";
      case READ, READ_STAR -> "SELECT id, visits, NULL AS nickname FROM users WHERE id = ?";
      case FIND -> "SELECT id, visits, NULL AS nickname FROM users WHERE id = ? AND ? IS NULL";
      case GLANCE -> sql.sql(Engine.MYSQL);
    };
  }

  private static String onPostgres(TrafficSql sql) {
    String register =
        "INSERT INTO users (id, desk, name) SELECT ?::bigint, ?::int, ?::text"
            + " WHERE ?::text IS NOT NULL";
    return switch (sql) {
      case REGISTER -> register;
      case SAVE -> register + " ON CONFLICT (id) DO UPDATE SET visits = users.visits + 1";
      case VISIT -> "UPDATE users SET visits = visits + 1 WHERE ?::text IS NOT NULL AND id = ?";
      case RENAME, RENAME_JOINED -> "UPDATE users SET id = id WHERE ?::text IS NOT NULL AND id = ?";
      case RENAME_RETURNING ->
          "UPDATE users u SET id = u.id FROM (SELECT ?::text AS nickname) v WHERE u.id = ?"
              + " RETURNING u.id, u.visits, v.nickname";
      case LEAVE -> "DELETE FROM users WHERE id = ?";
      case READ, READ_STAR -> "SELECT id, visits, NULL::text AS nickname FROM users WHERE id = ?";
      case FIND ->
          "SELECT id, visits, NULL::text AS nickname FROM users WHERE id = ? AND ?::text IS NULL";
      case GLANCE -> sql.sql(Engine.POSTGRESQL);
    };
  }
}
