package dev.lacuna.asif;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.Declarations;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.storm.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of the twins on one engine.
 *
 * @param tables the script that makes them, without the declared columns
 * @param migrations the scripts that add the columns, and declare them
 * @param content every table, with the columns that both twins have
 */
record TwinSchema(Engine engine, String tables, List<String> migrations, List<String> content) {

  private static final List<String> EVERYWHERE =
      List.of(
          "SELECT id, name, email, city, age, manager_id, joined FROM users",
          "SELECT id, user_id, item, amount, status, tags FROM orders",
          "SELECT id, owner_id, kind FROM pets",
          "SELECT title FROM rebates",
          "SELECT user_id, at, ip FROM logins",
          "SELECT id, name FROM widgets",
          "SELECT id, guest FROM visits",
          "SELECT id, owner FROM accounts",
          "SELECT op, user_id FROM audit");

  static TwinSchema of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> postgresql();
      case MYSQL -> mysql(engine, List.of("asif/mysql-migration.sql"));
      case MARIADB ->
          mysql(engine, List.of("asif/mysql-migration.sql", "asif/mariadb-migration.sql"));
    };
  }

  private static TwinSchema postgresql() {
    List<String> content =
        List.of(
            "SELECT id, user_id, total FROM billing.invoices",
            "SELECT id, \"order\", \"Qty\" FROM \"Order Lines\"",
            "SELECT id, name FROM gadgets",
            "SELECT id, maker, tableoid::regclass FROM vehicles",
            "SELECT id, taken, value, tableoid::regclass FROM readings",
            "SELECT id, n, twice FROM doubled",
            "SELECT last_value, is_called FROM users_id_seq",
            "SELECT last_value, is_called FROM orders_id_seq");
    return new TwinSchema(
        Engine.POSTGRESQL,
        "asif/postgresql-tables.sql",
        List.of("asif/postgresql-migration.sql"),
        joined(EVERYWHERE, content));
  }

  private static TwinSchema mysql(Engine engine, List<String> migrations) {
    List<String> content =
        List.of(
            "SELECT id, `order`, `Qty` FROM `Order Lines`",
            "SELECT id, body, touched > '2026-02-02' FROM notes",
            "SELECT id, name, born FROM profiles",
            "SELECT id, taken, value FROM readings",
            "SELECT table_name, auto_increment FROM information_schema.tables"
                + " WHERE table_schema = database() AND auto_increment IS NOT NULL");
    return new TwinSchema(engine, "asif/mysql-tables.sql", migrations, joined(EVERYWHERE, content));
  }

  void makeTables(TestDatabase database) throws SQLException {
    database.run(Resources.text(tables));
  }

  void addColumns(TestDatabase database) throws SQLException {
    for (String migration : migrations) {
      database.run(Resources.text(migration));
    }
  }

  /** The declarations, as {@code lacuna.migrations} takes them. */
  String declarations() {
    return migrations.stream().map("classpath:"::concat).collect(Collectors.joining(","));
  }

  /** Gives the added columns other values and defaults. */
  void changeValues(TestDatabase database) throws SQLException {
    String file = engine == Engine.POSTGRESQL ? "postgresql" : "mysql";
    database.run(Resources.text("asif/" + file + "-other-values.sql"));
  }

  /** Declarations of what no migration adds: a view's column, and a partition's own. */
  String furtherColumns() {
    return engine == Engine.POSTGRESQL
        ? "adults.nickname varchar(40); readings_2026.unit text NOT NULL DEFAULT 'C'"
        : "";
  }

  /** The URL of a database, with all that is declared. */
  String url(TestDatabase database) {
    String further = furtherColumns();
    String more =
        TestDatabase.PLAIN || further.isEmpty() ? "" : "&lacuna.columns=" + encoded(further);
    return database.lacunaUrl("lacuna.migrations", declarations()) + more;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The names of all declared columns, as {@code lacuna.hide} takes them in a URL. */
  String declaredNames() throws SQLException {
    Options options =
        Options.of(
            Map.of("lacuna.migrations", declarations(), "lacuna.columns", furtherColumns()),
            new Properties(),
            new Properties());
    Dialect dialect = engine.dialect();
    String names =
        Declarations.read(options, dialect, null).all().stream()
            .map(
                column ->
                    Stream.of(column.schema(), column.table(), column.column())
                        .filter(Objects::nonNull)
                        .map(dialect::quote)
                        .collect(Collectors.joining(".")))
            .collect(Collectors.joining(","));
    return encoded(names);
  }

  /** Options that every connection to a twin has. */
  String options() {
    // MySQL would tell of a counter that it has read some time ago.
    return engine == Engine.MYSQL ? "&sessionVariables=information_schema_stats_expiry=0" : "";
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
