package dev.lacuna.rewrite;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the tests of this room declare, and what the tables have. No database. */
final class Tables implements TableShapes {

  private static final ClassLoader NOTHING = new ClassLoader(null) {};

  private static final String COLUMNS =
      "users.nickname varchar(40); users.level int not null default 1; users.tags text[];"
          + " users.\"order\" int; users.year int; users.home place;"
          + " orders.discount numeric(10,2) not null default 0; billing.invoices.note text";

  /** The tables without any of the declared columns. */
  static final Tables LACKING =
      new Tables()
          .table("users", "id integer key", "name text", "email character varying")
          .table("orders", "id integer key", "user_id integer", "total numeric", "note text")
          .table("pets", "id integer key", "owner integer", "nickname text")
          .table("invoices", "id integer key", "total numeric")
          .table("empty_handed");

  /** The same tables with all of them. */
  static final Tables COMPLETE = LACKING.copy().adding("users").adding("orders");

  private final Map<String, TableShape> shapes = new HashMap<>();
  private int release;

  static DeclaredColumns declared() {
    try {
      Map<String, String> url = Map.of("lacuna.columns", COLUMNS);
      return Declarations.read(
          Options.of(url, new Properties(), new Properties()), Dialect.POSTGRESQL, NOTHING);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public TableShape of(List<String> path) {
    return shapes.getOrDefault(path.get(path.size() - 1), TableShape.ABSENT);
  }

  @Override
  public int release() {
    return release;
  }

  /** Puts them on a server of that major version. */
  Tables ofRelease(int major) {
    release = major;
    return this;
  }

  Tables copy() {
    Tables copy = new Tables();
    copy.shapes.putAll(shapes);
    copy.release = release;
    return copy;
  }

  /** Adds a table; a column is its name, its type and, if it is of the primary key, "key". */
  Tables table(String name, String... columns) {
    List<TableShape.Column> all = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (String column : columns) {
      String[] nameAndType = column.replace(" key", "").split(" ", 2);
      all.add(new TableShape.Column(nameAndType[0], nameAndType[1], true));
      if (column.endsWith(" key")) {
        key.add(nameAndType[0]);
      }
    }
    List<DeclaredColumn> declared = declared().ofTablesNamed(name);
    shapes.put(
        name, new TableShape(true, true, all.size(), List.copyOf(all), List.copyOf(key), declared));
    return this;
  }

  /** Adds a table's declared columns to it, or those of them that are named. */
  Tables adding(String name, String... columns) {
    TableShape old = of(List.of(name));
    List<TableShape.Column> all = new ArrayList<>(old.columns());
    for (DeclaredColumn column : old.missing()) {
      if (columns.length == 0 || List.of(columns).contains(column.column())) {
        all.add(new TableShape.Column(column.column(), column.type(), true));
      }
    }
    return put(name, old, all, old.readable());
  }

  /** Takes the privilege to read a table away. */
  Tables unreadable(String name) {
    TableShape old = of(List.of(name));
    return put(name, old, old.columns(), false);
  }

  /** Makes it impossible to set a table's columns to themselves. */
  Tables unassignable(String name) {
    TableShape old = of(List.of(name));
    List<TableShape.Column> all =
        old.columns().stream()
            .map(column -> new TableShape.Column(column.name(), column.baseType(), false))
            .toList();
    return put(name, old, all, old.readable());
  }

  /** Hides a declared column. */
  Tables hiding(String name, String column) {
    TableShape old = of(List.of(name));
    List<DeclaredColumn> declared =
        old.declared().stream()
            .map(each -> each.column().equals(column) ? each.hide() : each)
            .toList();
    shapes.put(
        name,
        new TableShape(
            true, old.readable(), old.attributes(), old.columns(), old.primaryKey(), declared));
    return this;
  }

  private Tables put(
      String name, TableShape old, List<TableShape.Column> columns, boolean readable) {
    shapes.put(
        name,
        new TableShape(
            true,
            readable,
            columns.size(),
            List.copyOf(columns),
            old.primaryKey(),
            old.declared()));
    return this;
  }
}
