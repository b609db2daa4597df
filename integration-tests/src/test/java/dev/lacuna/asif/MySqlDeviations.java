package dev.lacuna.asif;

import static dev.lacuna.asif.Deviation.ACCEPTED;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What MySQL and MariaDB are known to answer otherwise than their twins. */
final class MySqlDeviations {

  private static final String UNKNOWN_COLUMN = "42S22";
  private static final String NOT_ANALYSED = "not analysed: sent as it is";

  private MySqlDeviations() {}

  static List<Deviation> all() {
    return Stream.of(stored(), touched(), notAnalysed(), names(), typesOnMariaDb())
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Deviation> stored() {
    String reason =
        "a vanished value is not stored: what is refused only in storing is not noticed";
    return accepted(
        Engines.MYSQL_FAMILY,
        reason,
        sql("UPDATE orders SET discount = 'abc' WHERE id = 1"),
        sql("UPDATE widgets SET feeling = 'sad'"),
        sql("INSERT INTO widgets (id, name, meta) VALUES (9, 'x', '{')"));
  }

  /** What depends on whether a row is another one than before. */
  private static Stream<Deviation> touched() {
    return Stream.of(
            accepted(
                Engines.MYSQL_FAMILY,
                "ON UPDATE CURRENT_TIMESTAMP follows the columns that exist",
                sql("UPDATE notes SET mood = 'new' WHERE id = 1")),
            accepted(
                Engines.MYSQL_FAMILY,
                "counted as a row that stayed as it was",
                sql(
                    "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x')"
                        + " ON DUPLICATE KEY UPDATE nickname = 'dup'")),
            accepted(
                Engines.MYSQL,
                "MySQL refuses to read the table that it writes; a derived table it reads",
                sql(
                    "UPDATE users SET age = 1 WHERE id IN (SELECT id FROM users WHERE nickname IS NULL)")))
        .flatMap(each -> each);
  }

  private static Stream<Deviation> notAnalysed() {
    return Stream.of(
            refused(
                Engines.MYSQL_FAMILY,
                UNKNOWN_COLUMN,
                NOT_ANALYSED,
                sql("INSERT INTO users (level, age, name) VALUES (3, level + 1, 'New')"),
                sql("INSERT INTO users (name, nickname) VALUES ('New', DEFAULT(nickname))"),
                sql("INSERT INTO users (users.name, users.nickname) VALUES ('New', 'n')"),
                sql("SELECT nickname /*! , level */ FROM users"),
                sql("DESCRIBE SELECT level FROM users WHERE id = 1"),
                script("PREPARE and EXECUTE in SQL", MySqlScripts::preparedInSql)),
            refused(
                Engines.MYSQL_FAMILY,
                "21S01",
                NOT_ANALYSED,
                sql(
                    "INSERT INTO users () VALUES (92, 'All', NULL, 'Oslo', 1, NULL, '2026-05-05', 'nick', 2)")),
            refused(
                Engines.MYSQL,
                UNKNOWN_COLUMN,
                NOT_ANALYSED,
                sql("INSERT INTO users (name, nickname) VALUES ('a', 'b', 'c')"),
                sql(
                    "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') AS new (i, n, k)"
                        + " ON DUPLICATE KEY UPDATE name = k, nickname = n")),
            refused(
                Engines.MARIADB,
                UNKNOWN_COLUMN,
                NOT_ANALYSED,
                sql("ANALYZE SELECT nickname FROM users WHERE level = 1"),
                sql(
                    "UPDATE users SET level = 5, age = (SELECT MAX(id) FROM pets WHERE level IS NULL)")),
            refused(
                Engines.MARIADB,
                "42000",
                "MariaDB takes no sub-select in a row to the left of IN",
                sql(
                    "UPDATE users SET nickname = 'x'"
                        + " WHERE (level, level) IN (SELECT id, id FROM pets) OR level IS NULL")),
            refused(
                Engines.MYSQL,
                "42000",
                "MySQL takes no derived table in parentheses",
                sql("SELECT u.nickname FROM (users AS u) JOIN (orders AS o) ON u.id = o.user_id")),
            refused(
                Engines.MYSQL,
                "42000",
                "getMetaData before execution: Connector/J tries NULL for LIMIT",
                sql("SELECT id, level FROM users ORDER BY id LIMIT ?", 2)
                    .butOnlyAs(Mode.DESCRIBED)))
        .flatMap(each -> each);
  }

  private static Stream<Deviation> names() {
    return Stream.of(
            accepted(
                Engines.MYSQL_FAMILY,
                "getTableName shows the names within the derived table",
                script("table, nullability, sign of columns", MySqlScripts::fineMetaData)),
            accepted(
                Engines.MYSQL,
                "getColumnName of a derived table's column list",
                sql("SELECT DISTINCT t.b FROM (SELECT * FROM orders) t (a, c, d, e, f, g, b)")),
            accepted(
                Engines.MARIADB,
                "a constant of a derived table that is shown twice has the second label twice",
                sql(
                    "SELECT DISTINCT c AS a, c AS b FROM (SELECT COALESCE(nickname, 'x') AS c FROM users) u")),
            accepted(
                Engines.MARIADB,
                "getColumnName is the label",
                sql(
                    "INSERT INTO users (name, nickname) VALUES ('A', 'a') RETURNING nickname AS n")),
            accepted(
                Engines.MARIADB,
                "RETURNING * shows missing columns behind the others, whatever their place",
                sql("INSERT INTO profiles (id, name) VALUES (9, 'New') RETURNING *")))
        .flatMap(each -> each);
  }

  private static Stream<Deviation> typesOnMariaDb() {
    return accepted(
        Engines.MARIADB,
        "MariaDB's JSON_TABLE has no such type",
        sql("SELECT active FROM widgets"),
        sql("SELECT bits FROM widgets"),
        sql("SELECT place FROM widgets"),
        sql("SELECT feeling + 0 FROM widgets"));
  }

  private static Stream<Deviation> accepted(
      Set<Engine> engines, String reason, TwinCase.Draft... drafts) {
    return refused(engines, ACCEPTED, reason, drafts);
  }

  private static Stream<Deviation> refused(
      Set<Engine> engines, String outcome, String reason, TwinCase.Draft... drafts) {
    return Stream.of(drafts).map(draft -> new Deviation(engines, draft, outcome, reason));
  }
}
