package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Writes as they are written for MySQL and MariaDB. */
final class MySqlWriteCases {

  private MySqlWriteCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(inserts(), replaces(), duplicates(), updates(), deletes());
  }

  private static Stream<TwinCase> inserts() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.INSERT,
        sql("INSERT INTO users SET name = 'New', nickname = 'n'"),
        sql("INSERT INTO users SET name = ?, nickname = ?, level = ?", "New", "n", 3),
        sql("INSERT users (name, nickname) VALUES ('New', 'n')"),
        sql("INSERT INTO users (name, nickname) VALUE ('New', 'n')"),
        sql("INSERT INTO `users` (`name`, `nickname`) VALUES ('New', 'n')"),
        sql("INSERT LOW_PRIORITY INTO users (name, nickname) VALUES ('New', 'n')"),
        sql(
            "INSERT IGNORE INTO users (id, name, nickname) VALUES (1, 'dup', 'x'), (9,"
                + " 'New', 'y')"),
        sql(
            "INSERT IGNORE INTO users (name, email, nickname) VALUES (?, ?, ?)",
            "A",
            "ada@x.org",
            "x"),
        sql(
            "INSERT INTO users (name, nickname) SELECT name, CONCAT(nickname, level) FROM"
                + " users WHERE id < 3"),
        sql(
            "INSERT INTO users (name, nickname, level) SELECT item, status, discount + 1"
                + " FROM orders WHERE id < 3"),
        sql(
            "INSERT INTO users (name, nickname) (SELECT item, status FROM orders WHERE id"
                + " < 3)"),
        sql(
            "INSERT INTO orders (user_id, item, amount) SELECT id, name, level FROM users"
                + " WHERE nickname IS NULL"),
        sql(
            "INSERT INTO users (name, nickname) SELECT 'a', 'b' FROM DUAL WHERE NOT EXISTS"
                + " (SELECT 1 FROM users WHERE nickname = 'b')"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (NULL, 'New', 'n'), (0,"
                + " 'Newer', 'm')"),
        sql(
            "INSERT INTO users VALUES (NULL, 'All', 'a@x', 'Oslo', 1, NULL, '2026-05-05',"
                + " 'nick', 2)"),
        sql(
            "INSERT INTO users VALUES (90, 'All', DEFAULT, 'Oslo', 1, NULL, DEFAULT,"
                + " DEFAULT, DEFAULT), (91, 'Two', NULL, NULL, 2, 1, '2026-01-01', 'x', 5)"),
        sql("INSERT INTO profiles VALUES ('h', 9, 'New', 'about', 42.5, '2000-01-01')"),
        sql(
            "INSERT INTO profiles VALUES (?, ?, ?, ?, ?, ?)",
            "h",
            9,
            "New",
            null,
            42.5,
            "2000-01-01"),
        sql("INSERT INTO profiles (id, handle, bio, name) VALUES (9, 'h', 'about', 'New')"),
        sql("INSERT INTO profiles SELECT handle, id + 10, name, bio, shoe, born FROM profiles"),
        sql("INSERT INTO users (name, nickname) VALUES (UPPER('n'), CONCAT(LOWER('N'), '!'))"),
        sql("INSERT INTO notes (id, body, mood, stars) VALUES (9, 'x', 'good', 250)"),
        sql("INSERT INTO readings (id, taken, unit, value) VALUES (9, '2026-07-07', 'F', 70)"),
        sql(
            "INSERT INTO readings PARTITION (p26) (id, taken, unit) VALUES (9,"
                + " '2026-07-07', 'F')"),
        sql(
            "INSERT INTO users (name, nickname) VALUES ('it''s', 'it\\'s'), (\"a \\\"b\\\"\", \"c\")"),
        sql(
            "INSERT INTO orders (user_id, item, discount) SELECT u.id, 'gift', u.level"
                + " FROM users u JOIN orders o ON o.user_id = u.id AND o.discount = 0"),
        sql(
            "INSERT INTO users (name, nickname) WITH t AS (SELECT nickname, name FROM"
                + " users) SELECT name, nickname FROM t WHERE name = 'Ada'"));
  }

  private static Stream<TwinCase> replaces() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.UPSERT,
        sql("REPLACE INTO pets (id, nickname) SELECT id, nickname FROM users WHERE id < 3"),
        sql("REPLACE INTO users (id, name, nickname) VALUES (6, 'Six', 'six')"),
        sql(
            "REPLACE INTO users (id, name, nickname) VALUES (6, 'Six', 'six'), (9, 'Nine',"
                + " 'nine')"),
        sql("REPLACE users SET id = 6, name = 'Six', nickname = 'six'"),
        sql("REPLACE INTO notes (id, body, mood) VALUES (?, ?, ?)", 1, "tea", "fine"),
        sql(
            "REPLACE INTO notes (id, body, mood) SELECT id, name, nickname FROM users"
                + " WHERE level = 1"),
        sql("REPLACE INTO profiles VALUES ('h', 1, 'New', 'about', 42.5, NULL)"));
  }

  private static Stream<TwinCase> duplicates() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.UPSERT,
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON DUPLICATE KEY"
                + " UPDATE name = VALUES(name), nickname = VALUES(nickname), level = level + 1"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) ON DUPLICATE KEY"
                + " UPDATE name = VALUES(name), nickname = ?",
            1,
            "X",
            "x",
            "y"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?), (?, ?, ?) ON"
                + " DUPLICATE KEY UPDATE nickname = VALUES(nickname), age = ?",
            1,
            "X",
            "x",
            9,
            "Y",
            "y",
            50),
        sql(
            "INSERT INTO users (id, name) VALUES (1, 'X') ON DUPLICATE KEY UPDATE name ="
                + " COALESCE(nickname, 'none')"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON DUPLICATE KEY"
                + " UPDATE name = COALESCE(VALUES(nickname), name)"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON DUPLICATE KEY"
                + " UPDATE name = IF(nickname IS NULL, 'first', 'later')"),
        sql(
            "INSERT INTO users (id, name, level) VALUES (1, 'X', 9) ON DUPLICATE KEY"
                + " UPDATE age = level + VALUES(level)"),
        sql(
            "INSERT INTO users SET id = 1, name = 'X', nickname = 'x' ON DUPLICATE KEY"
                + " UPDATE nickname = 'dup', age = age + 1"),
        sql(
            "INSERT INTO users (id, name, nickname) SELECT id, name, 'copy' FROM users"
                + " WHERE id < 3 ON DUPLICATE KEY UPDATE nickname = VALUES(nickname), age = 1"),
        sql(
            "INSERT INTO users (id, name, nickname) SELECT o.id, o.item, o.status FROM"
                + " orders o WHERE o.discount = 0 ON DUPLICATE KEY UPDATE name = o.item"),
        sql(
            "INSERT INTO notes (id, body, mood) VALUES (1, 'tea', 'sour') ON DUPLICATE KEY"
                + " UPDATE body = VALUES(body), mood = VALUES(mood), stars = stars + 1"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON DUPLICATE KEY"
                + " UPDATE users.nickname = 'dup', users.age = users.level"));
  }

  private static Stream<TwinCase> updates() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.UPDATE,
        sql("UPDATE users SET nickname = 'x' ORDER BY id LIMIT 2"),
        sql("UPDATE users SET nickname = 'x', age = 9 ORDER BY id DESC LIMIT 2"),
        sql("UPDATE users SET age = age + 1 WHERE nickname IS NULL ORDER BY level, id LIMIT ?", 2),
        sql("UPDATE users SET age = 1 ORDER BY nickname, id LIMIT 1"),
        sql("UPDATE `users` SET `nickname` = 'x', `users`.`age` = 3 WHERE `users`.`id` = 1"),
        sql("UPDATE users u SET u.nickname = 'x', u.age = u.level + 1 WHERE u.id = 1"),
        sql("UPDATE LOW_PRIORITY IGNORE users SET nickname = 'x' WHERE id = 1"),
        sql("UPDATE IGNORE users SET email = 'ben@x.org', nickname = 'x' WHERE id < 3"),
        sql("UPDATE users SET level = level + 1, age = level WHERE id = 1"),
        sql(
            "UPDATE users SET level = 0, age = CASE WHEN level NOT IN (SELECT users.id FROM pets)"
                + " THEN -1 ELSE age END WHERE id < 4"),
        sql(
            "UPDATE users SET level = ?, age = CASE WHEN level < ALL (SELECT users.id FROM pets)"
                + " THEN -1 ELSE age END",
            0),
        sql(
            "UPDATE users SET nickname = CONCAT(name, 'x'), city = CASE WHEN nickname <> ALL"
                + " (SELECT users.name FROM pets) THEN 'y' ELSE city END"),
        sql("UPDATE orders SET id = id + 100, item = id, discount = 1 WHERE id BETWEEN 3 AND 4"),
        sql("UPDATE users SET nickname = 'a', name = nickname WHERE id = 1"),
        sql("UPDATE users SET nickname = DEFAULT, age = DEFAULT(level) WHERE id = 1"),
        sql("UPDATE users SET nickname = NULL"),
        sql("UPDATE users SET level = 1 WHERE id = 1"),
        sql("UPDATE users SET level = 2 WHERE id = 1"),
        sql("UPDATE users SET nickname = name WHERE level = 1 AND id BETWEEN 2 AND 3"),
        sql(
            "UPDATE users SET nickname = (SELECT item FROM orders WHERE user_id = users.id"
                + " ORDER BY id LIMIT 1), age = 1"),
        sql(
            "UPDATE users SET age = (SELECT COUNT(*) FROM orders WHERE discount = 0 AND"
                + " user_id = users.id)"),
        sql(
            "UPDATE users SET age = 7 WHERE id IN (SELECT id FROM (SELECT id FROM users"
                + " WHERE nickname IS NULL) t)"),
        sql(
            "UPDATE users SET name = CONCAT(name, COALESCE(nickname, '')) WHERE nickname"
                + " <=> NULL"),
        sql("UPDATE notes SET mood = NULL WHERE id = 1"),
        sql("UPDATE notes SET stars = 3"),
        sql("UPDATE notes SET body = COALESCE(mood, 'none') WHERE id = 2"),
        sql("UPDATE profiles SET handle = 'h', bio = 'b', name = 'N' WHERE id = 1"),
        sql("UPDATE readings PARTITION (p26) SET unit = 'F', value = 1"),
        sql("UPDATE readings SET unit = 'F' WHERE id = 1"),
        sql("UPDATE users SET nickname = 'x' WHERE FALSE"),
        sql("UPDATE users SET nickname = @v := 'x' WHERE id = 1"));
  }

  private static Stream<TwinCase> deletes() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.DELETE,
        sql("DELETE FROM orders WHERE discount = 0 ORDER BY id LIMIT 2"),
        sql("DELETE FROM orders ORDER BY discount, id DESC LIMIT 1"),
        sql("DELETE FROM orders WHERE discount <=> ? LIMIT 1", 0),
        sql("DELETE QUICK FROM orders WHERE discount > 0"),
        sql("DELETE IGNORE FROM users WHERE nickname IS NULL AND id = 6"),
        sql("DELETE FROM `orders` WHERE `orders`.`discount` = 0 AND `id` = 1"),
        sql(
            "DELETE FROM orders WHERE user_id IN (SELECT id FROM users WHERE nickname IS"
                + " NULL) AND discount = 0"),
        sql("DELETE FROM readings PARTITION (p25) WHERE unit = 'C'"),
        sql("DELETE FROM notes WHERE mood IS NULL AND stars = 3"),
        sql("DELETE FROM users WHERE level = 1 AND id = 6"));
  }
}
