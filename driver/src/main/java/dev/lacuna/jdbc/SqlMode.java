package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which rules a connection's SQL is read: on MySQL and MariaDB {@code sql_mode} decides what
 * double quotes and backslashes mean (MySQL 9.7 Reference Manual, 7.1.11 "Server SQL Modes"). It is
 * asked for when a text has one of them, and again once the application may have changed it.
 */
final class SqlMode {

  private final Engine engine;
  private final Connection connection;
  private @Nullable Dialect known;

  SqlMode(Engine engine, Connection connection) {
    this.engine = engine;
    this.connection = connection;
  }

  /** The rules by which the server reads a text. */
  Dialect dialectOf(String sql) throws SQLException {
    if (engine == Engine.POSTGRESQL || (sql.indexOf('"') < 0 && sql.indexOf('\\') < 0)) {
      return engine.dialect();
    }
    Dialect current = known;
    if (current == null) {
      current = ask();
      known = current;
    }
    return current;
  }

  /** Notes that it may be another now. */
  void changed() {
    known = null;
  }

  private Dialect ask() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@sql_mode")) {
      row.next();
      List<String> modes = Arrays.asList(row.getString(1).split(",", -1));
      return Dialect.mySql(modes.contains("ANSI_QUOTES"), modes.contains("NO_BACKSLASH_ESCAPES"));
    }
  }
}
