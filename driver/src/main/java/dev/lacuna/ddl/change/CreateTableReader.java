package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TABLE}. Mutable; used for one statement. */
final class CreateTableReader {

  private final Cursor cursor;
  private final List<Column> columns = new ArrayList<>();
  private final List<ObjectName> parents = new ArrayList<>();

  CreateTableReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads from behind {@code CREATE} on; null, and nothing read, if it creates no table. */
  DdlReader.@Nullable Read read() throws NotUnderstood {
    int from = cursor.index();
    cursor.acceptAny("GLOBAL", "LOCAL");
    boolean temporary = cursor.acceptAny("TEMPORARY", "TEMP");
    cursor.accept("UNLOGGED");
    boolean view = cursor.accept("MATERIALIZED", "VIEW");
    if (!view && !cursor.accept("TABLE") && !cursor.accept("FOREIGN", "TABLE")) {
      cursor.backTo(from);
      return null;
    }
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    ObjectName table = cursor.object();
    ObjectName partitionOf = null;
    if (cursor.accept("PARTITION", "OF")) {
      partitionOf = cursor.object();
    }
    if (cursor.sees('(') && !view) {
      readElements(cursor.group());
    }
    boolean query = hasQuery();
    boolean filled = view || query;
    return DdlReader.Read.of(
        table,
        new CreateTable(
            temporary,
            ifNotExists,
            filled,
            partitionOf,
            List.copyOf(parents),
            List.copyOf(columns)));
  }

  private boolean hasQuery() {
    boolean query = false;
    while (!cursor.atEnd()) {
      query |= cursor.seesAny("SELECT", "EXECUTE");
      cursor.step();
    }
    return query;
  }

  private void readElements(Cursor elements) {
    while (!elements.atEnd()) {
      try {
        readElement(elements);
      } catch (NotUnderstood e) {
        // A new table's element says nothing about those that are there; a foreign key is read.
        elements.skipToComma();
      }
      elements.skipToComma();
      elements.accept(',');
    }
  }

  private void readElement(Cursor element) throws NotUnderstood {
    Constraint constraint = ConstraintReader.read(element, null);
    if (constraint != null) {
      addParent(constraint);
      return;
    }
    if (element.seesAny("LIKE", "INDEX", "KEY", "FULLTEXT", "SPATIAL", "SELECT", "PERIOD")) {
      return;
    }
    Column column = ColumnReader.read(element, element.name()).column();
    columns.add(column);
    column.constraints().forEach(this::addParent);
  }

  private void addParent(Constraint constraint) {
    ObjectName parent = constraint.parent();
    if (parent != null) {
      parents.add(parent);
    }
  }
}
