package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** What MariaDB has and MySQL has not. */
final class MariaDbCases {

  private MariaDbCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        returnings(),
        types(),
        paging(),
        windows(),
        expressions(),
        sets(),
        values(),
        explains(),
        deletes(),
        hints());
  }

  private static Stream<TwinCase> returnings() {
    return cases(
        Engines.MARIADB,
        Feature.RETURNING,
        sql("INSERT INTO users SET name = 'New', nickname = 'n' RETURNING id, nickname"),
        sql("INSERT INTO users (name, level) VALUES ('A', 1), ('B', 2) RETURNING id, name"),
        sql("INSERT INTO users (name) VALUES ('A'), ('B') RETURNING *"),
        sql("INSERT IGNORE INTO users (id, name, nickname) VALUES (1, 'X', 'x') RETURNING id"),
        sql("REPLACE INTO notes (id, body, mood) VALUES (1, 'tea', 'fine') RETURNING id, body"),
        sql(
            "REPLACE INTO notes (id, body) VALUES (1, 'tea'), (9, 'x') RETURNING id, mood,"
                + " stars"),
        sql(
            "INSERT INTO profiles VALUES ('h', 9, 'New', 'about', 42.5, NULL) RETURNING"
                + " id, name"),
        sql("DELETE FROM orders WHERE discount = 0 AND id = 1 RETURNING id, discount, item"),
        sql("DELETE FROM orders WHERE id < 3 RETURNING *"),
        sql("DELETE FROM orders WHERE discount = 5 RETURNING id, discount"),
        sql("DELETE FROM orders WHERE id = 1 AND discount > ? RETURNING *", 0),
        sql("DELETE FROM users WHERE nickname = 'x' OR level IN (2, 3) RETURNING name, level"),
        sql(
            "DELETE FROM orders WHERE discount = 0 ORDER BY id LIMIT 2 RETURNING id,"
                + " amount - discount"),
        sql("DELETE FROM orders WHERE discount = ? AND id = ? RETURNING discount", 0, 1),
        sql("DELETE FROM profiles WHERE id = 1 RETURNING handle, shoe"),
        sql(
            "DELETE FROM notes RETURNING (SELECT COUNT(*) FROM users WHERE nickname IS"
                + " NULL) AS n, mood"));
  }

  private static Stream<TwinCase> types() {
    return cases(
        Engines.MARIADB,
        Feature.DEFAULT,
        sql(
            "SELECT id FROM widgets WHERE token = '00000000-0000-0000-0000-00000000002a'"
                + " AND ip = '::1'"),
        sql("SELECT INET6_NTOA(ip), ip4, CAST(token AS CHAR), HEX(ip4) FROM widgets"),
        sql("UPDATE widgets SET ip = '::2', ip4 = '10.0.0.2', name =" + " CONCAT(ip, token)"));
  }

  private static Stream<TwinCase> paging() {
    return cases(
        Engines.MARIADB,
        Feature.PAGING,
        sql("SELECT id, nickname FROM users ORDER BY id OFFSET 2 ROWS FETCH FIRST 2 ROWS ONLY"),
        sql(
            "SELECT id, nickname FROM users WHERE level = 1 ORDER BY id LIMIT 5 ROWS"
                + " EXAMINED 1000"),
        sql("SELECT level, id FROM users ORDER BY level FETCH FIRST 1 ROW WITH TIES"));
  }

  private static Stream<TwinCase> windows() {
    return cases(
        Engines.MARIADB,
        Feature.WINDOW,
        sql("SELECT MEDIAN(level) OVER (PARTITION BY city) FROM users"),
        sql("SELECT id, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY level) OVER () FROM users"),
        sql(
            "SELECT COUNT(*) OVER (PARTITION BY a.id ORDER BY a.level) AS n, RANK() OVER"
                + " (PARTITION BY a.level ORDER BY a.level) AS r FROM users a JOIN users b JOIN users c"
                + " WHERE a.level > 0"),
        sql(
            "SELECT COUNT(d.n) OVER (PARTITION BY d.id ORDER BY d.lv) AS c, RANK() OVER (PARTITION"
                + " BY d.lv ORDER BY d.lv) AS r FROM (SELECT u.id, u.id AS n, u.level AS lv FROM"
                + " users u JOIN users v) d"),
        sql(
            "SELECT MAX(status) OVER (PARTITION BY discount ORDER BY discount) AS s FROM orders"
                + " WHERE status >= ALL (SELECT city FROM cities)"),
        sql(
            "SELECT COUNT(discount) OVER () AS n FROM orders o FORCE INDEX (PRIMARY) WHERE discount"
                + " >= ALL (SELECT o.discount FROM cities) FOR UPDATE"),
        sql(
            "SELECT id, SUM(level) OVER (ORDER BY id) AS s FROM users WHERE id < 3 UNION ALL (SELECT"
                + " id, level FROM users)"));
  }

  private static Stream<TwinCase> expressions() {
    return cases(
        Engines.MARIADB,
        Feature.EXPRESSION,
        sql("SELECT GROUP_CONCAT(level ORDER BY id LIMIT 2) FROM users"),
        sql(
            "SELECT NVL(nickname, 'none'), NVL2(nickname, 1, 2), DECODE_ORACLE(level, 1,"
                + " 'one', 'other') FROM users"),
        sql(
            "SELECT JSON_VALUE(meta, '$.a[0]'), JSON_QUERY(meta, '$.a'),"
                + " JSON_DETAILED(meta), JSON_COMPACT(meta) FROM widgets"),
        sql("SELECT JSON_EXISTS(meta, '$.a'), JSON_KEYS(meta) FROM widgets"),
        sql(
            "SELECT REGEXP_REPLACE(COALESCE(nickname, 'abc'), 'b', 'x'), CHR(64 + level),"
                + " TO_CHAR(made, 'YYYY') FROM users JOIN widgets ON widgets.id = users.id"));
  }

  private static Stream<TwinCase> sets() {
    return cases(
        Engines.MARIADB,
        Feature.SET_OPERATION,
        sql("SELECT level FROM users INTERSECT ALL SELECT id FROM users"),
        sql("SELECT level FROM users EXCEPT ALL SELECT 1"),
        sql(
            "SELECT nickname FROM users UNION (SELECT name FROM users EXCEPT SELECT 'Ada')"
                + " ORDER BY nickname"));
  }

  private static Stream<TwinCase> values() {
    return cases(
        Engines.MARIADB,
        Feature.VALUES,
        sql(
            "WITH v (id, n) AS (VALUES (1, 'a'), (2, 'b')) SELECT v.n, u.nickname FROM v"
                + " JOIN users u ON u.id = v.id"));
  }

  private static Stream<TwinCase> explains() {
    return cases(
        Engines.MARIADB,
        Feature.EXPLAIN,
        sql("EXPLAIN EXTENDED SELECT nickname FROM users").butOnlyItsShape());
  }

  private static Stream<TwinCase> deletes() {
    return cases(
        Engines.MARIADB,
        Feature.DELETE,
        sql(
            "DELETE FROM orders WHERE user_id = (SELECT MIN(id) FROM users WHERE nickname"
                + " IS NULL) AND discount = 0"),
        sql(
            "DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE discount = 0 AND"
                + " status = 'open')"),
        sql(
            "UPDATE orders SET amount = 0 WHERE id IN (SELECT id FROM orders WHERE"
                + " discount = 0 AND status = 'open')"));
  }

  private static Stream<TwinCase> hints() {
    return cases(
        Engines.MARIADB,
        Feature.HINT,
        sql(
            "SELECT nickname FROM users USE INDEX (PRIMARY, users_city) WHERE id = 1 AND"
                + " city = 'London'"),
        sql("SELECT SQL_BUFFER_RESULT SQL_CACHE nickname FROM users"));
  }
}
