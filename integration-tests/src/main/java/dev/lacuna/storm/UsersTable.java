package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.storm.SchemaClock.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of the storm, seen without Lacuna. One thread changes it. */
public final class UsersTable {

  /** The declaration, in the form of {@code lacuna.columns}. */
  public static final String DECLARATION = "users.nickname varchar(40)";

  private final Connections plain;
  private final SchemaClock clock;
  private final ColumnDdl ddl;
  private boolean isRenamedAway;

  /** On PostgreSQL. */
  public UsersTable(Connections plain, SchemaClock clock) {
    this(plain, clock, Engine.POSTGRESQL);
  }

  UsersTable(Connections plain, SchemaClock clock, Engine engine) {
    this.plain = plain;
    this.clock = clock;
    this.ddl =
        engine == Engine.POSTGRESQL
            ? new PostgresColumnDdl(plain)
            : new MySqlColumnDdl(plain, engine == Engine.MARIADB);
  }

  /** A part of a change: the DDL alone. */
  private interface Work {
    void run() throws SQLException;
  }

  /** A table {@code users} that lacks the column. */
  public void create() throws SQLException {
    ddl.create();
  }

  /** Has the server itself note every version of every row from here on. */
  public void keepHistory() throws SQLException {
    ddl.keepHistory();
  }

  /** The column comes, empty. */
  void come(Way way, String type) throws SQLException {
    if (isRenamedAway) {
      ddl.dropRenamed();
      isRenamedAway = false;
    }
    between(
        () -> {
          switch (way) {
            case ALTER -> ddl.add(type);
            case RENAME -> ddl.renameIn(type);
            default -> ddl.swap(type, false);
          }
        });
  }

  /** The column goes, with all that is in it. */
  void go(Way way) throws SQLException {
    isRenamedAway = way == Way.RENAME;
    between(
        () -> {
          switch (way) {
            case ALTER -> ddl.drop();
            case RENAME -> ddl.renameAway();
            default -> ddl.swap(null, false);
          }
        });
  }

  /** One statement drops the column and adds another of its name, empty. */
  void replace(String type) throws SQLException {
    clock.advanceTo(Step.ADDING);
    ddl.replace(type);
    clock.advance();
  }

  /** Another table with the same rows and the column takes the place of the table: no tick. */
  void swapInPlace(String type) throws SQLException {
    ddl.swap(type, true);
  }

  /** Runs DDL that adds the column, or drops it, between two ticks of the clock. */
  public void change(String sql) throws SQLException {
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement()) {
      between(() -> statement.execute(sql));
    }
  }

  private void between(Work work) throws SQLException {
    clock.advance();
    work.run();
    clock.advance();
  }
}
