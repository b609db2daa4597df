package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.batch;
import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.keys;
import static dev.lacuna.asif.TwinCase.keysByIndex;
import static dev.lacuna.asif.TwinCase.keysByName;
import static dev.lacuna.asif.TwinCase.row;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;
import static dev.lacuna.asif.TwinCase.textBatch;

import java.util.List;
import java.util.stream.Stream;

/** Keys, batches, setters and cursors of the drivers of MySQL and MariaDB. */
final class MySqlJdbcCases {

  private MySqlJdbcCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(keysOf(), batches(), parameters(), resultSets());
  }

  private static Stream<TwinCase> keysOf() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.GENERATED_KEYS,
        keys("INSERT INTO users SET name = 'A', nickname = 'a'"),
        keys("INSERT INTO users (name, nickname) VALUES ('A', 'a'), ('B', 'b'), ('C', NULL)"),
        keys("INSERT INTO users (name, nickname) VALUES (?, ?), (?, ?)", "A", "a", "B", "b"),
        keys(
            "INSERT IGNORE INTO users (id, name, nickname) VALUES (1, 'X', 'x'), (NULL, 'Y', 'y')"),
        keys("REPLACE INTO users (name, nickname) VALUES ('A', 'a')"),
        keys("INSERT INTO users (name, nickname) SELECT item, status FROM orders WHERE id < 4"),
        keys("INSERT INTO users (id, name, nickname) VALUES (50, 'A', 'a')"),
        keys("UPDATE users SET nickname = 'x' ORDER BY id LIMIT 2"),
        keysByName(
            List.of("GENERATED_KEY"), "INSERT INTO users (name, nickname) VALUES (?, ?)", "A", "a"),
        keysByIndex(List.of(1), "INSERT INTO users (name, nickname) VALUES (?, ?)", "A", "a"),
        script("LAST_INSERT_ID after an insert", MySqlScripts::lastInsertId));
  }

  private static Stream<TwinCase> batches() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.BATCH,
        batch(
            "INSERT INTO users SET name = ?, nickname = ?", List.of(row("A", "a"), row("B", null))),
        batch(
            "INSERT INTO users (name, nickname, level) VALUES (?, ?, 5)",
            List.of(row("A", "a"), row("B", "b"), row("C", "c"), row("D", "d"))),
        batch(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE nickname = VALUES(nickname), name = VALUES(name)",
            List.of(row(1, "A", "a"), row(80, "B", "b"))),
        batch(
            "REPLACE INTO notes (id, body, mood) VALUES (?, ?, ?)",
            List.of(row(1, "a", "b"), row(9, "c", "d"))),
        batch(
            "INSERT IGNORE INTO users (id, name, nickname) VALUES (?, ?, ?)",
            List.of(row(1, "A", "a"), row(81, "B", "b"))),
        batch(
            "UPDATE users SET nickname = ?, level = ? WHERE id = ? ORDER BY id LIMIT 1",
            List.of(row("a", 1, 1), row("b", 2, 2))),
        batch(
            "DELETE FROM orders WHERE discount = ? AND id = ?",
            List.of(row(0, 1), row(0, 2), row(0, 3), row(0, 4), row(5, 5))),
        textBatch(
            "UPDATE users SET nickname = 'x'",
            "UPDATE users SET nickname = 'y', age = 1",
            "UPDATE users SET level = 2 WHERE id = 1",
            "UPDATE pets SET nickname = 'z'",
            "UPDATE orders SET discount = 1"),
        script("a batch that asks for keys, on MySQL", MySqlScripts::batchWithKeys));
  }

  private static Stream<TwinCase> parameters() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.PARAMETERS,
        sql("SELECT ?, nickname, ? FROM users WHERE level = ? AND id = ?", 1, "b", 1, 2),
        sql(
            "UPDATE users SET nickname = ?, age = ?, level = ? WHERE id = ? LIMIT ?",
            "a",
            5,
            2,
            1,
            1),
        sql(
            "INSERT INTO users (nickname, name, level, age) VALUES (?, ?, ?, ?), (?, ?, ?, ?)",
            "a",
            "A",
            1,
            2,
            "b",
            "B",
            3,
            4));
  }

  private static Stream<TwinCase> resultSets() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.RESULT_SET,
        script("every way to get a value, on MySQL", MySqlScripts::everyGetter),
        script("every way to get a value of a star, on MySQL", MySqlScripts::everyGetterOfStar),
        script("table, nullability, sign of a star", MySqlScripts::fineMetaDataOfStar),
        script("warnings of INSERT IGNORE", MySqlScripts::warnings),
        script("found rows", MySqlScripts::foundRows),
        script("a temporary table made of a query", MySqlScripts::temporaryTable),
        script("a scrollable result set of a server-prepared statement", MySqlScripts::scrollable));
  }
}
