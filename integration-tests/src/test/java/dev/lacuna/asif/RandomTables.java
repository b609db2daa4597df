package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the twins as random statements use them. */
final class RandomTables {

  /** What an expression is made of: what types mix without a cast on every engine. */
  enum ValueType {
    NUMBER,
    TEXT,
    DATE,
    TIME
  }

  /** A column that has the type of what is selected as it. */
  record Column(String name, ValueType type, boolean declared) {

    static Column actual(String name, ValueType type) {
      return new Column(name, type, false);
    }

    static Column declared(String name, ValueType type) {
      return new Column(name, type, true);
    }
  }

  /**
   * A table.
   *
   * @param required what an insert must have, beside the key
   */
  record Table(String name, List<Column> columns, List<String> required) {

    List<Column> of(ValueType type) {
      return columns.stream().filter(column -> column.type() == type).toList();
    }

    private String rows(Engine engine) {
      String values =
          columns.stream()
              .filter(column -> !column.declared())
              .map(Column::name)
              .collect(Collectors.joining(", "));
      String row = engine == Engine.POSTGRESQL ? "ROW(%s)::text" : "JSON_ARRAY(%s)";
      return "SELECT '" + name + "', " + row.formatted(values) + " FROM " + name;
    }
  }

  static final Table USERS =
      table(
          "users",
          List.of("name"),
          Column.declared("nickname", ValueType.TEXT),
          Column.declared("level", ValueType.NUMBER),
          Column.actual("id", ValueType.NUMBER),
          Column.actual("name", ValueType.TEXT),
          Column.actual("city", ValueType.TEXT),
          Column.actual("age", ValueType.NUMBER),
          Column.actual("manager_id", ValueType.NUMBER),
          Column.actual("joined", ValueType.DATE));

  static final Table ORDERS =
      table(
          "orders",
          List.of("item"),
          Column.declared("discount", ValueType.NUMBER),
          Column.actual("id", ValueType.NUMBER),
          Column.actual("user_id", ValueType.NUMBER),
          Column.actual("item", ValueType.TEXT),
          Column.actual("amount", ValueType.NUMBER),
          Column.actual("status", ValueType.TEXT));

  static final Table WIDGETS =
      table(
          "widgets",
          List.of("name"),
          Column.declared("label", ValueType.TEXT),
          Column.declared("stock", ValueType.NUMBER),
          Column.declared("price", ValueType.NUMBER),
          Column.declared("since", ValueType.DATE),
          Column.declared("nothing", ValueType.TEXT),
          Column.declared("answer", ValueType.NUMBER),
          Column.declared("small", ValueType.NUMBER),
          Column.declared("shout", ValueType.TEXT),
          Column.declared("made", ValueType.TIME),
          Column.actual("id", ValueType.NUMBER),
          Column.actual("name", ValueType.TEXT));

  static final Table PETS =
      table(
          "pets",
          List.of(),
          Column.actual("nickname", ValueType.TEXT),
          Column.actual("id", ValueType.NUMBER),
          Column.actual("owner_id", ValueType.NUMBER),
          Column.actual("kind", ValueType.TEXT));

  static final Table CITIES =
      table(
          "cities",
          List.of("city"),
          Column.actual("city", ValueType.TEXT),
          Column.actual("country", ValueType.TEXT));

  static final Table REBATES =
      table(
          "rebates",
          List.of(),
          Column.actual("discount", ValueType.NUMBER),
          Column.actual("title", ValueType.TEXT));

  static final List<Table> ALL =
      List.of(USERS, ORDERS, WIDGETS, USERS, ORDERS, PETS, CITIES, REBATES);

  /** Those that lack columns, and that a random statement writes. */
  static final List<Table> WRITTEN = List.of(USERS, ORDERS, WIDGETS);

  private RandomTables() {}

  /** A query for what they hold, as far as both twins have it: a table's name and a row of it. */
  static String content(Engine engine) {
    return WRITTEN.stream()
        .map(table -> table.rows(engine))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private static Table table(String name, List<String> required, Column... columns) {
    return new Table(name, Stream.of(columns).toList(), required);
  }
}
