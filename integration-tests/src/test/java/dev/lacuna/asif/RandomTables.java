package dev.lacuna.asif;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the twins as random statements use them. */
final class RandomTables {

  /** What an expression is made of: what types mix without a cast on every engine. */
  enum Type {
    NUMBER,
    TEXT,
    DATE
  }

  /** A column that has the type of what is selected as it. */
  record Column(String name, Type type, boolean declared) {

    static Column actual(String name, Type type) {
      return new Column(name, type, false);
    }

    static Column declared(String name, Type type) {
      return new Column(name, type, true);
    }
  }

  /**
   * A table.
   *
   * @param required what an insert must have, beside the key
   */
  record Table(String name, List<Column> columns, List<String> required) {

    List<Column> of(Type type) {
      return columns.stream().filter(column -> column.type() == type).toList();
    }

    /** What it holds, as far as both twins have it. */
    String content() {
      return columns.stream()
          .filter(column -> !column.declared())
          .map(Column::name)
          .collect(Collectors.joining(", ", "SELECT ", " FROM " + name));
    }
  }

  static final Table USERS =
      table(
          "users",
          List.of("name"),
          Column.declared("nickname", Type.TEXT),
          Column.declared("level", Type.NUMBER),
          Column.actual("id", Type.NUMBER),
          Column.actual("name", Type.TEXT),
          Column.actual("city", Type.TEXT),
          Column.actual("age", Type.NUMBER),
          Column.actual("manager_id", Type.NUMBER),
          Column.actual("joined", Type.DATE));

  static final Table ORDERS =
      table(
          "orders",
          List.of("item"),
          Column.declared("discount", Type.NUMBER),
          Column.actual("id", Type.NUMBER),
          Column.actual("user_id", Type.NUMBER),
          Column.actual("item", Type.TEXT),
          Column.actual("amount", Type.NUMBER),
          Column.actual("status", Type.TEXT));

  static final Table WIDGETS =
      table(
          "widgets",
          List.of("name"),
          Column.declared("label", Type.TEXT),
          Column.declared("stock", Type.NUMBER),
          Column.declared("price", Type.NUMBER),
          Column.declared("since", Type.DATE),
          Column.declared("serial_no", Type.NUMBER),
          Column.declared("nothing", Type.TEXT),
          Column.declared("answer", Type.NUMBER),
          Column.actual("id", Type.NUMBER),
          Column.actual("name", Type.TEXT));

  static final Table PETS =
      table(
          "pets",
          List.of(),
          Column.actual("nickname", Type.TEXT),
          Column.actual("id", Type.NUMBER),
          Column.actual("owner_id", Type.NUMBER),
          Column.actual("kind", Type.TEXT));

  static final Table CITIES =
      table(
          "cities",
          List.of("city"),
          Column.actual("city", Type.TEXT),
          Column.actual("country", Type.TEXT));

  static final Table REBATES =
      table(
          "rebates",
          List.of(),
          Column.actual("discount", Type.NUMBER),
          Column.actual("title", Type.TEXT));

  static final List<Table> ALL =
      List.of(USERS, ORDERS, WIDGETS, USERS, ORDERS, PETS, CITIES, REBATES);

  /** Those that lack columns, and that a random statement writes. */
  static final List<Table> WRITTEN = List.of(USERS, ORDERS, WIDGETS);

  private RandomTables() {}

  private static Table table(String name, List<String> required, Column... columns) {
    return new Table(name, Stream.of(columns).toList(), required);
  }
}
