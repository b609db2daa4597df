package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Names and texts as MySQL and MariaDB have them. */
final class MySqlNameCases {

  private MySqlNameCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        aliases(),
        names(),
        lookalikes(),
        comments(),
        escapes(),
        severalStatements(),
        severalColumns(),
        errors());
  }

  private static Stream<TwinCase> aliases() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.ALIAS,
        sql("SELECT `u`.`nickname` AS `Nick Name` FROM `users` AS `u`"),
        sql("SELECT u.nickname AS 'n', u.level \"l\" FROM users u"),
        sql("SELECT t.nickname FROM orders AS users, users AS t WHERE t.id = users.user_id"),
        sql("SELECT nickname AS level, level AS nickname FROM users ORDER BY nickname, id"));
  }

  private static Stream<TwinCase> names() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.NAMES,
        sql("SELECT `nickname`, `level` FROM `users`"),
        sql("SELECT NickName, LEVEL FROM users"),
        sql("SELECT users.`NICKNAME` FROM users"),
        sql("SELECT u.`nickname`FROM`users`u WHERE`u`.`id`=1"),
        sql("SELECT users . nickname FROM users"),
        script("the database's name before the table's", MySqlScripts::qualified),
        script("two databases, and USE between them", MySqlScripts::used));
  }

  private static Stream<TwinCase> lookalikes() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.LOOKALIKE,
        sql("SELECT \"nickname\" AS what, name FROM users"),
        sql("SELECT 'nickname', \"level\", 'it\\'s a nickname', \"say \\\"level\\\"\""),
        sql("SELECT name FROM users # nickname\n"),
        sql("SELECT name FROM users -- nickname\n WHERE id = 1"),
        sql("SELECT name /* nickname */ FROM users /*! WHERE id = 1 */"),
        sql("SELECT @nickname, @level := 3"),
        sql("SELECT p.nickname FROM pets p WHERE p.nickname REGEXP '^R'"),
        sql("SELECT nickname FROM (SELECT name AS nickname FROM users) t ORDER BY nickname"),
        sql("SELECT name AS `nickname` FROM users ORDER BY `nickname`"),
        sql("WITH users AS (SELECT 1 AS id, 'cte' AS nickname) SELECT nickname FROM users"),
        sql("SELECT a.`nickname` FROM pets AS a JOIN pets AS b USING (nickname)"),
        sql("UPDATE pets SET nickname = 'Max', kind = 'nickname' ORDER BY id LIMIT 1"),
        sql("INSERT INTO pets SET id = 9, nickname = 'level'"),
        sql("REPLACE INTO pets (id, nickname) VALUES (1, 'x')"),
        sql(
            "INSERT INTO pets (id, nickname) VALUES (1, 'x') ON DUPLICATE KEY UPDATE"
                + " nickname = VALUES(nickname)"),
        sql("DELETE p FROM pets p JOIN users u ON u.id = p.owner_id WHERE p.nickname = 'Rex'"),
        sql("SELECT nickname, COUNT(*) FROM pets GROUP BY nickname WITH ROLLUP"),
        sql("SELECT _utf8mb4'nickname', N'level', x'6e69', b'101', 0x41"),
        sql("SELECT COUNT(*) AS level FROM users HAVING level > 1"),
        sql("SELECT discount FROM rebates UNION SELECT title FROM rebates"),
        sql("SELECT 1 AS discount FROM DUAL"),
        sql(
            "SELECT users.id, rebates.discount FROM users JOIN rebates ON rebates.discount"
                + " = users.id - 1"),
        sql("SHOW VARIABLES LIKE 'nickname'"),
        sql("SELECT id, name, country FROM users NATURAL JOIN cities"),
        sql("SELECT * FROM rebates"),
        sql("SELECT * FROM adults"),
        sql("DO 1"),
        sql("SET @level = 1"));
  }

  private static Stream<TwinCase> comments() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.COMMENT,
        sql("SELECT nickname FROM users # the end"),
        sql("# first\nSELECT nickname # second\nFROM users"),
        sql("SELECT nickname -- name\n, level --\n FROM users"),
        sql("INSERT INTO users (name, /*!80000 */ nickname) VALUES ('a', 'b') -- done"),
        sql("SELECT nickname FROM users WHERE id = ? # ?", 1));
  }

  private static Stream<TwinCase> escapes() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.ESCAPE,
        sql("SELECT {fn CONCAT(nickname, 'x')}, {fn LCASE(name)} FROM users"),
        sql(
            "SELECT nickname FROM users WHERE joined = {d '2026-01-01'} AND level = {fn"
                + " ABS(-1)}"));
  }

  private static Stream<TwinCase> severalStatements() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.SEVERAL_STATEMENTS,
        sql(
            "SELECT `nickname` FROM users WHERE id = 1; SELECT `discount` FROM orders"
                + " WHERE id = 1;"),
        sql("SET @x = 5; SELECT @x, nickname FROM users WHERE id = 1"),
        sql("INSERT INTO users SET name = 'A', nickname = 'a'; SELECT LAST_INSERT_ID()"),
        sql(
            "REPLACE INTO pets (id, nickname) VALUES (1, 'x'); UPDATE users SET nickname ="
                + " 'y' LIMIT 1"),
        sql(
            "UPDATE users SET nickname = ? WHERE id = ?; SELECT nickname IS NULL, age FROM"
                + " users WHERE id = ?",
            null,
            1,
            1));
  }

  private static Stream<TwinCase> severalColumns() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.SEVERAL_COLUMNS,
        sql("INSERT INTO users SET level = 2, name = 'x', nickname = 'y'"),
        sql("SELECT handle, shoe, bio FROM profiles WHERE handle = 'nobody' AND shoe IS NULL"),
        sql(
            "INSERT INTO users (nickname, id, level, name) VALUES ('a', 1, 2, 'b') ON"
                + " DUPLICATE KEY UPDATE nickname = VALUES(nickname), level = VALUES(level), name"
                + " = VALUES(name)"),
        sql(
            "SELECT u.level, u.nickname, o.discount, n.mood, n.stars FROM users u JOIN"
                + " orders o ON o.user_id = u.id JOIN notes n ON n.id = u.id AND n.stars >"
                + " u.level AND o.discount < n.stars"));
  }

  private static Stream<TwinCase> errors() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.ERROR,
        sql("SELECT nickname, nosuch FROM users").butFails(),
        sql("SELECT `nosuch`.nickname FROM users").butFails(),
        sql("SELECT nickname FROM users u JOIN pets p ON p.owner_id = u.id WHERE nickname = 1")
            .butFails(),
        sql("SELECT nickname FROM users USE INDEX (nosuch)").butFails(),
        sql("INSERT INTO users SET nickname = 'x'").butFails(),
        sql("INSERT INTO users SET name = NULL, nickname = 'x'").butFails(),
        sql("INSERT INTO users (id, name, nickname) VALUES (1, 'dup', 'x')").butFails(),
        sql("INSERT INTO orders (user_id, item, discount) VALUES (99, 'x', 1)").butFails(),
        sql("UPDATE users SET nickname = 'x', manager_id = 99 WHERE id = 1").butFails(),
        sql("UPDATE users SET nickname = 'x', name = NULL WHERE id = 1").butFails(),
        sql("UPDATE users SET nickname = nosuch WHERE id = 1").butFails(),
        sql("DELETE FROM users WHERE nickname IS NULL AND id = 1").butFails(),
        sql("SELECT nickname FROM users WHERE (nickname, level) = (1, 2, 3)").butFails(),
        sql("SELECT (SELECT nickname FROM users)").butFails(),
        sql("SELECT nickname, level FROM users UNION SELECT nickname FROM users").butFails(),
        sql("REPLACE INTO users (id, name, nickname) VALUES (1, NULL, 'x')").butFails(),
        sql("INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON DUPLICATE KEY"
                + " UPDATE nosuch = 1, nickname = 'y'")
            .butFails());
  }
}
