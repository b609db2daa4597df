package dev.lacuna.schema;

import dev.lacuna.engine.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    List<TableShape.Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    boolean readable = false;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(0);
      String name = path.stream().map(Dialect.MYSQL::quote).collect(Collectors.joining("."));
      try (ResultSet rows = statement.executeQuery("SHOW FULL COLUMNS FROM " + name)) {
        while (rows.next()) {
          TableShape.Column column = column(rows);
          columns.add(column);
          readable |= rows.getString("Privileges").contains("select");
          if ("PRI".equals(rows.getString("Key"))) {
            key.add(column.name());
          }
        }
      }
    } catch (SQLException e) {
      if (NOTHING_TO_SEE.contains(e.getErrorCode())) {
        return TableShape.ABSENT;
      }
      throw e;
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
