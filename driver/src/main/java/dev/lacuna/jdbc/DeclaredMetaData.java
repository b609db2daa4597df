package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.rewrite.Translator;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import dev.lacuna.schema.TableShape;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link DatabaseMetaData#getColumns} as if the missing declared columns were there, each
 * at its place among its table's columns.
 *
 * <p>What exists, the driver's own answer tells, at the moment of the call. Where nothing is
 * missing, that answer is given as it is.
 */
final class DeclaredMetaData {

  private final Connection connection;
  private final Dialect dialect;
  private final DeclaredColumns declared;
  private final TableKnowledge knowledge;
  private final Translator translator;
  private final Companions companions;
  private final ColumnFacts facts;

  DeclaredMetaData(
      Engine engine,
      Connection connection,
      DeclaredColumns declared,
      TableKnowledge knowledge,
      Translator translator,
      Companions companions) {
    this.connection = connection;
    this.dialect = engine.dialect();
    this.declared = declared;
    this.knowledge = knowledge;
    this.translator = translator;
    this.companions = companions;
    this.facts = ColumnFacts.of(engine, connection);
  }

  ResultSet columns(LacunaConnection origin, DatabaseMetaData metaData, ColumnPatterns patterns)
      throws SQLException {
    ResultSet shown = patterns.of(metaData);
    if (declared.columnNames().stream().noneMatch(name -> isAskedFor(name, patterns))) {
      return shown;
    }
    Map<ListedTable, List<ListedColumn>> rows = ListedColumn.readAll(shown);
    Map<ListedTable, List<ListedColumn>> all = rows;
    if (!patterns.areOfAllColumns()) {
      try (ResultSet others = patterns.ofAllColumns().of(metaData)) {
        all = ListedColumn.readAll(others);
      }
    }
    FurtherColumns further = new FurtherColumns(shown.getMetaData());
    List<Integer> numbers = new ArrayList<>();
    for (Map.Entry<ListedTable, List<ListedColumn>> table : all.entrySet()) {
      List<ListedColumn> shownOf = rows.getOrDefault(table.getKey(), List.of());
      TableShape shape = shape(table.getKey(), table.getValue());
      if (shape.missing().isEmpty()) {
        shownOf.forEach(column -> numbers.add(column.row()));
      } else {
        complete(shape, table.getValue().get(0), shownOf, patterns, further, numbers);
      }
    }
    if (further.isEmpty()) {
      shown.beforeFirst();
      return shown;
    }
    return ColumnsResultSet.wrap(
        new ColumnsResultSet.Source(origin, further.query(connection, translator), numbers), shown);
  }

  private boolean isAskedFor(String column, ColumnPatterns patterns) {
    return patterns.matchColumn(column, dialect == Dialect.MYSQL);
  }

  /** The table with the columns that the driver lists, which are the truth of this moment. */
  private TableShape shape(ListedTable table, List<ListedColumn> columns) throws SQLException {
    String name = dialect.foldQuoted(table.name());
    if (!declared.tableNames().contains(name)) {
      return TableShape.ABSENT;
    }
    List<TableShape.Column> listed =
        columns.stream()
            .map(column -> dialect.foldQuoted(column.name()))
            .map(column -> new TableShape.Column(column, "", false))
            .toList();
    List<DeclaredColumn> own = knowledge.of(table.path(dialect)).declared();
    return new TableShape(true, true, 0, listed, List.of(), own);
  }

  private void complete(
      TableShape shape,
      ListedColumn example,
      List<ListedColumn> shown,
      ColumnPatterns patterns,
      FurtherColumns further,
      List<Integer> numbers)
      throws SQLException {
    Map<String, ListedColumn> byName = new HashMap<>();
    shown.forEach(column -> byName.put(dialect.foldQuoted(column.name()), column));
    int place = 0;
    for (String name : shape.completedNames()) {
      place++;
      ListedColumn column = byName.get(name);
      DeclaredColumn declaration = shape.column(name) == null ? shape.declaration(name) : null;
      if (column != null) {
        boolean moved = column.place() < place;
        numbers.add(moved ? further.add(column.at(place)) : column.row());
      } else if (declaration != null && isAskedFor(name, patterns)) {
        numbers.add(further.add(describe(declaration, example, place)));
      }
    }
  }

  private Map<String, @Nullable String> describe(
      DeclaredColumn column, ListedColumn example, int place) throws SQLException {
    Companions.Companion companion = companions.of(List.of(column));
    try {
      Map<String, @Nullable String> values = facts.of(column, companion.row().getMetaData(), 1);
      values.put("ORDINAL_POSITION", String.valueOf(place));
      for (String label : ListedTable.LABELS) {
        values.put(label, example.values().get(label));
      }
      return values;
    } finally {
      companion.release();
    }
  }
}
