package dev.lacuna.failures;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A way to a table {@code users (id, name, nickname)}: raw to one that has the last column, or
 * through Lacuna to one that lacks it.
 */
record Way(TestDatabase database, String url) {

  private static final String NICKNAME = "nickname varchar(40)";
  private static final String TABLE =
      "CREATE TABLE users (id int PRIMARY KEY, name text UNIQUE);"
          + "INSERT INTO users VALUES (1, 'Ada'), (2, 'Ben'), (3, 'Cleo')";

  static Way raw(TestServer server) throws SQLException {
    TestDatabase database = server.database("raw");
    database.run(TABLE);
    database.run("ALTER TABLE users ADD COLUMN " + NICKNAME);
    return new Way(database, database.plainUrl());
  }

  static Way throughLacuna(TestServer server) throws SQLException {
    TestDatabase database = server.database("wrapped");
    database.run(TABLE);
    if (TestDatabase.PLAIN) {
      database.run("ALTER TABLE users ADD COLUMN " + NICKNAME);
    }
    return new Way(database, database.lacunaUrl("users." + NICKNAME));
  }

  /** Takes back what only a table that has the column can have kept. */
  void forgetNicknames() throws SQLException {
    database.run(
        "DO $$ BEGIN UPDATE users SET nickname = NULL;"
            + " EXCEPTION WHEN undefined_column THEN NULL; END $$");
  }

  Connection connect() throws SQLException {
    return connect("");
  }

  /**
   * @param options of the URL, each with its {@code &}
   */
  Connection connect(String options) throws SQLException {
    return DriverManager.getConnection(url + options);
  }

  /** Ends the server's side of a connection, and waits until it is gone. */
  void kill(Connection connection) throws SQLException, InterruptedException {
    int pid = (int) longFrom(connection, "SELECT pg_backend_pid()");
    try (Connection other = database.plain()) {
      longFrom(other, "SELECT count(pg_terminate_backend(" + pid + "))");
      String alive = "SELECT count(*) FROM pg_stat_activity WHERE pid = " + pid;
      while (longFrom(other, alive) > 0) {
        Thread.sleep(10);
      }
    }
  }

  /** How many connections the database has, besides the one that asks. */
  long connections() throws SQLException {
    try (Connection other = database.plain()) {
      return othersThan(other);
    }
  }

  /** The same, when the server has had its moment to notice the closed ones. */
  long connectionsLeft() throws SQLException, InterruptedException {
    try (Connection other = database.plain()) {
      for (int tries = 0; tries < 300 && othersThan(other) > 0; tries++) {
        Thread.sleep(10);
      }
      return othersThan(other);
    }
  }

  private static long othersThan(Connection connection) throws SQLException {
    return longFrom(
        connection,
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }

  /** Waits until a statement sleeps in the server. */
  void awaitSleeper() throws SQLException, InterruptedException {
    try (Connection other = database.plain()) {
      while (longFrom(
              other,
              "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                  + " AND datname = current_database()")
          == 0) {
        Thread.sleep(10);
      }
    }
  }

  static long longFrom(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
