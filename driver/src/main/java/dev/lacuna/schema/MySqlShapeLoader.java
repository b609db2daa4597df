package dev.lacuna.schema;

import dev.lacuna.engine.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks MySQL or MariaDB what a table has.
 *
 * <p>{@code SHOW FULL COLUMNS} resolves the name as the application's own statements do, temporary
 * tables included, and tells the user's privileges (MySQL 9.7 Reference Manual, 15.7.7.6 "SHOW
 * COLUMNS Statement").
 */
public final class MySqlShapeLoader implements TableKnowledge.Loader {

  /**
   * No such database, none chosen, no right to look, no such table, a view that does not work: what
   * is wrong, the statement itself will say.
   */
  private static final Set<Integer> NOTHING_TO_SEE = Set.of(1044, 1046, 1049, 1142, 1146, 1356);

  /** A table that another session is about to change: looked over where waiting might not end. */
  private static final int SKIPPED = 1684;

  private static final int MAX_LOOKS = 10;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final String SERIALIZATION_FAILURE = "40001";

  private static final String SETTING =
      """
      SELECT DATABASE() AS current_database, @@lower_case_table_names = 0 AS by_case,
             (SELECT MAX(t.TABLE_COLLATION) FROM information_schema.TABLES t
              WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND t.TABLE_NAME = ?) AS collation_name
      """;

  private record Setting(@Nullable String database, boolean byCase, @Nullable String collation) {

    boolean same(String name, @Nullable String other) {
      return byCase ? name.equals(other) : name.equalsIgnoreCase(other);
    }
  }

  private final Connection connection;
  private final DeclaredColumns declared;

  /** For a connection of the real driver. */
  public MySqlShapeLoader(Connection connection, DeclaredColumns declared) {
    this.connection = connection;
    this.declared = declared;
  }

  @Override
  public TableShape load(List<String> path) throws SQLException {
    return load(path, new HashSet<>());
  }

  /**
   * MySQL shows columns as they were when the transaction took its snapshot; what a query has for
   * {@code *} is resolved as the table is now (MySQL 9.7.4: tried; MariaDB 11.8.6 shows them as
   * they are).
   */
  @Override
  public TableShape loadBehindSnapshot(List<String> path) throws SQLException {
    Set<String> invisible = new HashSet<>();
    TableShape shown = load(path, invisible);
    if (!shown.readable()) {
      return shown;
    }
    List<TableShape.Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(0);
      try (ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(path) + " LIMIT 0")) {
        ResultSetMetaData now = none.getMetaData();
        for (int i = 1; i <= now.getColumnCount(); i++) {
          String name = now.getColumnName(i);
          TableShape.Column column = shown.column(Dialect.MYSQL.fold(name));
          columns.add(
              column == null
                  ? new TableShape.Column(
                      Dialect.MYSQL.fold(name), name, now.getColumnTypeName(i), false)
                  : column);
        }
      }
    }
    shown.columns().stream().filter(each -> invisible.contains(each.name())).forEach(columns::add);
    return new TableShape(
        true, true, 0, List.copyOf(columns), shown.primaryKey(), shown.declared());
  }

  private static String quoted(List<String> path) {
    return path.stream().map(Dialect.MYSQL::quote).collect(Collectors.joining("."));
  }

  /**
   * @param invisible takes the names of columns that {@code *} does not show
   */
  private TableShape load(List<String> path, Set<String> invisible) throws SQLException {
    SQLException skipped = null;
    for (int made = 0; made < MAX_LOOKS; made++) {
      try {
        return show(path, invisible);
      } catch (SQLException e) {
        if (NOTHING_TO_SEE.contains(e.getErrorCode())) {
          return TableShape.ABSENT;
        }
        if (e.getErrorCode() != SKIPPED) {
          throw e;
        }
        skipped = e;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    throw new SQLTransactionRollbackException(
        "A table is being changed, which may wait for this transaction. Run it again.",
        SERIALIZATION_FAILURE,
        skipped);
  }

  private TableShape show(List<String> path, Set<String> invisible) throws SQLException {
    List<TableShape.Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    boolean readable = false;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(0);
      try (ResultSet rows = statement.executeQuery("SHOW FULL COLUMNS FROM " + quoted(path))) {
        while (rows.next()) {
          TableShape.Column column = column(rows);
          columns.add(column);
          readable |= rows.getString("Privileges").contains("select");
          if ("PRI".equals(rows.getString("Key"))) {
            key.add(column.name());
          }
          if (rows.getString("Extra").contains("INVISIBLE")) {
            invisible.add(column.name());
          }
        }
      }
    }
    return new TableShape(true, readable, 0, List.copyOf(columns), List.copyOf(key), own(path));
  }

  /** Setting a column to itself that follows each change would keep it from following. */
  private static TableShape.Column column(ResultSet rows) throws SQLException {
    String name = rows.getString("Field");
    String extra = rows.getString("Extra").toLowerCase(Locale.ROOT);
    boolean generated = extra.contains("virtual") || extra.contains("stored");
    boolean assignable =
        rows.getString("Privileges").contains("update")
            && !generated
            && !extra.contains("on update");
    return new TableShape.Column(
        Dialect.MYSQL.fold(name), name, rows.getString("Type"), assignable);
  }

  private List<DeclaredColumn> own(List<String> path) throws SQLException {
    String table = path.get(path.size() - 1);
    String database = path.size() < 2 ? null : path.get(path.size() - 2);
    List<DeclaredColumn> candidates = declared.ofTablesNamed(table);
    if (candidates.isEmpty()) {
      return List.of();
    }
    Setting setting = setting(database, table);
    List<DeclaredColumn> own = new ArrayList<>();
    for (DeclaredColumn column : candidates) {
      String schema = column.schema();
      boolean here = database == null || setting.same(database, setting.database());
      boolean ours =
          schema == null
              ? here
              : setting.same(schema, database == null ? setting.database() : database);
      boolean known = own.stream().anyMatch(other -> other.column().equals(column.column()));
      if (ours && !known && setting.same(column.table(), table)) {
        own.add(column.withType(CharacterType.inTable(column.type(), setting.collation())));
      }
    }
    return List.copyOf(own);
  }

  private Setting setting(@Nullable String database, String table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SETTING)) {
      query.setFetchSize(0);
      query.setString(1, database);
      query.setString(2, table);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Setting(
            row.getString("current_database"),
            row.getBoolean("by_case"),
            row.getString("collation_name"));
      }
    }
  }
}
