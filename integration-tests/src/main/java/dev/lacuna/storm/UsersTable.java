package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table of the storm, seen without Lacuna. */
public final class UsersTable {

  /** The declaration, in the form of {@code lacuna.columns}. */
  public static final String DECLARATION = "users.nickname varchar(40)";

  private static final String HISTORY = "storm/history.sql";

  private final DataSource plain;
  private final SchemaClock clock;

  public UsersTable(DataSource plain, SchemaClock clock) {
    this.plain = plain;
    this.clock = clock;
  }

  /** A table {@code users} that lacks the column. */
  public void create() throws SQLException {
    run(
        "CREATE TABLE users (id bigint PRIMARY KEY, desk int NOT NULL, name text NOT NULL,"
            + " visits int NOT NULL DEFAULT 0)");
  }

  /** Has the server itself note every version of every row from here on. */
  public void keepHistory() throws SQLException {
    run(Resources.text(HISTORY));
  }

  /** Adds the column. */
  public void add() throws SQLException {
    change("ALTER TABLE users ADD COLUMN nickname varchar(40)");
  }

  /** Drops the column. */
  public void drop() throws SQLException {
    change("ALTER TABLE users DROP COLUMN nickname");
  }

  /** Runs DDL that adds the column, or drops it, between two ticks of the clock. */
  public void change(String ddl) throws SQLException {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      clock.advance();
      statement.execute(ddl);
      clock.advance();
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
