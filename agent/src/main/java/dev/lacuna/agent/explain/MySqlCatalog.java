package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the catalog and InnoDB's statistics have of tables. */
final class MySqlCatalog {

  private static final long PAGE = 16 << 10;

  private static final String TABLES =
      "SELECT CONCAT(table_schema, '.', table_name), table_rows, data_length"
          + " FROM information_schema.tables"
          + " WHERE table_type = 'BASE TABLE' AND (table_schema, table_name) IN ";

  private static final String COLUMNS =
      "SELECT CONCAT(table_schema, '.', table_name), column_name, column_name"
          + " FROM information_schema.columns WHERE (table_schema, table_name) IN ";

  private static final String INDEXES =
      "SELECT CONCAT(table_schema, '.', table_name), index_name,"
          + " GROUP_CONCAT(CONCAT(COALESCE(column_name, ''), ' ', COALESCE(sub_part, ''))"
          + " ORDER BY seq_in_index), COALESCE(SUM(cardinality), 0)"
          + " FROM information_schema.statistics WHERE (table_schema, table_name) IN ";

  private static final String STATISTICS =
      "SELECT CONCAT(database_name, '.', SUBSTRING_INDEX(SUBSTRING_INDEX(table_name, '#P#', 1),"
          + " '#p#', 1)) AS name, MAX(UNIX_TIMESTAMP(last_update))"
          + " FROM mysql.innodb_table_stats WHERE database_name IN (%s) GROUP BY name";

  private final Connection connection;

  /** Whether the user may read InnoDB's own table of statistics. */
  private boolean seesStatistics = true;

  MySqlCatalog(Connection connection) {
    this.connection = connection;
  }

  Map<String, TableState> tables(Collection<String> names) throws SQLException {
    Map<String, TableState> tables = new HashMap<>();
    if (names.isEmpty()) {
      return tables;
    }
    Map<String, Map<String, String>> columns = pairs(COLUMNS, " ORDER BY ordinal_position", names);
    Map<String, Map<String, String>> indexes =
        pairs(INDEXES, " GROUP BY table_schema, table_name, index_name", names);
    Map<String, Long> renewed = renewed(names);
    try (PreparedStatement statement = prepare(TABLES, "", names);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String name = rows.getString(1);
        long size = rows.getLong(3);
        tables.put(
            name,
            new TableState(
                columns.getOrDefault(name, Map.of()),
                indexes.getOrDefault(name, Map.of()),
                size / PAGE,
                rows.getDouble(2),
                0,
                size,
                renewed.getOrDefault(name, 0L),
                0,
                0));
      }
    }
    return tables;
  }

  private Map<String, Map<String, String>> pairs(String query, String end, Collection<String> names)
      throws SQLException {
    Map<String, Map<String, String>> pairs = new HashMap<>();
    try (PreparedStatement statement = prepare(query, end, names);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        pairs
            .computeIfAbsent(rows.getString(1), name -> new LinkedHashMap<>())
            .put(rows.getString(2), rows.getString(3));
      }
    }
    return pairs;
  }

  private PreparedStatement prepare(String query, String end, Collection<String> names)
      throws SQLException {
    String list = String.join(", ", Collections.nCopies(names.size(), "(?, ?)"));
    PreparedStatement statement = connection.prepareStatement(query + "(" + list + ")" + end);
    int index = 1;
    for (String name : names) {
      int dot = name.indexOf('.');
      statement.setString(index++, name.substring(0, dot));
      statement.setString(index++, name.substring(dot + 1));
    }
    return statement;
  }

  private Map<String, Long> renewed(Collection<String> names) throws SQLException {
    Map<String, Long> renewed = new HashMap<>();
    if (!seesStatistics) {
      return renewed;
    }
    List<String> databases =
        names.stream().map(name -> name.substring(0, name.indexOf('.'))).distinct().toList();
    String markers = String.join(", ", Collections.nCopies(databases.size(), "?"));
    try (PreparedStatement statement = connection.prepareStatement(STATISTICS.formatted(markers))) {
      for (int i = 0; i < databases.size(); i++) {
        statement.setString(i + 1, databases.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          renewed.put(rows.getString(1), rows.getLong(2));
        }
      }
    } catch (SQLException e) {
      if (!"42000".equals(e.getSQLState())) {
        throw e;
      }
      seesStatistics = false;
    }
    return renewed;
  }
}
