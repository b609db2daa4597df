package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** What MySQL has and MariaDB has not. */
final class MySqlOwnCases {

  private MySqlOwnCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        laterals(),
        types(),
        rowAliases(),
        json(),
        tables(),
        locks(),
        hints(),
        writes(),
        explains(),
        aliases());
  }

  /** MariaDB has some of these types otherwise. */
  private static Stream<TwinCase> types() {
    return TwinCase.concat(
        cases(
            Engines.MYSQL,
            Feature.STAR,
            sql("SELECT * FROM widgets"),
            sql("SELECT * FROM widgets WHERE id = 1"),
            sql("SELECT w.* FROM widgets w WHERE w.id = ?", 2),
            sql("SELECT w.*, w.id FROM widgets w WHERE w.id = ?", 2),
            sql("SELECT w.* FROM widgets w JOIN visits USING (id)")),
        cases(
            Engines.MYSQL,
            Feature.DEFAULT,
            sql("SELECT MIN(made), MIN(feeling), MAX(bits), COUNT(blb) FROM widgets"),
            sql("SELECT CAST(meta AS CHAR), CAST(bits AS UNSIGNED) FROM widgets"),
            sql("SELECT feeling + 0, options + 0, flag + 0, BIN(bits), vintage + 1 FROM widgets")),
        cases(
            Engines.MARIADB,
            Feature.STAR,
            sql("SELECT * FROM readings WHERE id = 1"),
            sql("SELECT r.*, r.id FROM readings r WHERE r.id = ?", 2)),
        cases(
            Engines.MARIADB,
            Feature.DEFAULT,
            sql("SELECT MIN(made), MAX(since), MIN(sold), MAX(alarm), COUNT(blb) FROM widgets"),
            sql("SELECT CAST(since AS DATETIME), CAST(price AS SIGNED) FROM widgets")));
  }

  private static Stream<TwinCase> laterals() {
    return cases(
        Engines.MYSQL,
        Feature.LATERAL,
        sql(
            "SELECT u.name, l.item FROM users u, LATERAL (SELECT o.item FROM orders o"
                + " WHERE o.user_id = u.id AND o.discount = 0 ORDER BY o.id LIMIT 1) l"),
        sql(
            "SELECT u.id, l.n FROM users u CROSS JOIN LATERAL (SELECT CONCAT(u.level,"
                + " COALESCE(u.nickname, '-')) AS n) l"),
        sql(
            "SELECT p.id, l.nickname FROM pets p LEFT JOIN LATERAL (SELECT u.nickname FROM"
                + " users u WHERE u.id = p.owner_id) AS l ON TRUE"),
        sql(
            "SELECT u.id, j.v FROM users u, JSON_TABLE(JSON_ARRAY(u.level, u.nickname),"
                + " '$[*]' COLUMNS (v varchar(10) PATH '$')) j"));
  }

  private static Stream<TwinCase> rowAliases() {
    return cases(
        Engines.MYSQL,
        Feature.UPSERT,
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x'), (9, 'Y', 'y') AS"
                + " new ON DUPLICATE KEY UPDATE name = new.name, nickname = new.nickname, level ="
                + " users.level + 1"),
        sql(
            "INSERT INTO users SET id = 1, name = 'X', nickname = 'x' AS new ON DUPLICATE"
                + " KEY UPDATE nickname = new.nickname, age = 3"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) AS new ON DUPLICATE"
                + " KEY UPDATE name = CONCAT(new.name, new.nickname), nickname = ?",
            1,
            "X",
            "x",
            "y"));
  }

  private static Stream<TwinCase> json() {
    return cases(
        Engines.MYSQL,
        Feature.EXPRESSION,
        sql("SELECT meta -> '$.a', meta ->> '$.a[0]', `meta`->'$' FROM widgets"),
        sql("SELECT id FROM widgets WHERE 1 MEMBER OF (meta -> '$.a')"),
        sql(
            "SELECT JSON_PRETTY(meta), JSON_STORAGE_SIZE(meta) > 0, JSON_OVERLAPS(meta,"
                + " '{\"b\": 1}') FROM widgets"),
        sql(
            "SELECT ANY_VALUE(nickname), GROUPING(level) FROM users GROUP BY level WITH"
                + " ROLLUP"),
        sql(
            "SELECT BIN_TO_UUID(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db')),"
                + " nickname FROM users WHERE id = 1"),
        sql(
            "SELECT REGEXP_LIKE(COALESCE(nickname, 'x'), '^[a-z]$'),"
                + " REGEXP_REPLACE(nickname, 'a', 'b') FROM users"));
  }

  private static Stream<TwinCase> tables() {
    return cases(
        Engines.MYSQL,
        Feature.VALUES,
        sql(
            "SELECT v.column_0, u.nickname FROM (VALUES ROW(1), ROW(2)) v JOIN users u ON"
                + " u.id = v.column_0"),
        sql(
            "SELECT v.a, u.level FROM (VALUES ROW(1, 'x'), ROW(2, 'y')) AS v (a, b) JOIN"
                + " users u ON u.id = v.a"),
        sql("TABLE users ORDER BY id LIMIT 2"),
        sql("INSERT INTO users (name, nickname) TABLE cities"),
        sql("INSERT INTO users (name, nickname) VALUES ROW('A', 'a'), ROW('B', 'b')"),
        sql("SELECT u.id FROM users u WHERE (u.id, u.level) IN (TABLE rebates)"));
  }

  private static Stream<TwinCase> locks() {
    return cases(
        Engines.MYSQL,
        Feature.LOCKING,
        sql(
            "SELECT u.nickname, o.item FROM users u JOIN orders o ON o.user_id = u.id FOR"
                + " UPDATE OF o SKIP LOCKED"),
        sql(
            "SELECT u.nickname, o.item FROM users u JOIN orders o ON o.user_id = u.id FOR"
                + " SHARE OF u FOR UPDATE OF o"),
        sql("SELECT nickname FROM users FOR SHARE NOWAIT"),
        sql("SELECT `users`.nickname FROM users WHERE id = 1 FOR UPDATE OF `users`"));
  }

  private static Stream<TwinCase> hints() {
    return cases(
        Engines.MYSQL,
        Feature.HINT,
        sql("SELECT /*+ INDEX(u PRIMARY) */ u.nickname FROM users u WHERE u.id = 1"),
        sql(
            "SELECT /*+ JOIN_ORDER(o, u) QB_NAME(q) */ u.nickname FROM users u JOIN orders"
                + " o ON o.user_id = u.id"),
        sql(
            "SELECT /*+ SET_VAR(sort_buffer_size = 262144) */ nickname FROM users ORDER BY"
                + " level, id"));
  }

  private static Stream<TwinCase> writes() {
    return cases(
        Engines.MYSQL,
        Feature.DELETE,
        sql(
            "WITH gone AS (SELECT user_id FROM orders WHERE discount = 0 AND status ="
                + " 'void') DELETE FROM orders WHERE user_id IN (SELECT user_id FROM gone)"));
  }

  private static Stream<TwinCase> explains() {
    return cases(
        Engines.MYSQL,
        Feature.EXPLAIN,
        sql("EXPLAIN FORMAT=TREE SELECT nickname FROM users WHERE level = 1").butOnlyItsShape(),
        sql("EXPLAIN ANALYZE SELECT u.nickname FROM users u JOIN orders o ON o.user_id = u.id")
            .butOnlyItsShape(),
        sql("EXPLAIN REPLACE INTO notes (id, mood) VALUES (1, 'x')").butOnlyItsShape());
  }

  private static Stream<TwinCase> aliases() {
    return cases(
        Engines.MYSQL,
        Feature.ALIAS,
        sql("SELECT a, b FROM (SELECT id, nickname FROM users) AS t (a, b) WHERE b IS NULL"));
  }
}
