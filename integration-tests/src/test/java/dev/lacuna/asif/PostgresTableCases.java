package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.batch;
import static dev.lacuna.asif.TwinCase.keysByName;
import static dev.lacuna.asif.TwinCase.row;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.List;
import java.util.stream.Stream;

/** Relations of every kind, and statements around a query. */
final class PostgresTableCases {

  private PostgresTableCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(views(), children(), partitions(), others(), rows(), wrapped());
  }

  private static Stream<TwinCase> cases(Feature feature, TwinCase.Draft... drafts) {
    return TwinCase.cases(Engines.POSTGRESQL, feature, drafts);
  }

  private static Stream<TwinCase> views() {
    return cases(
        Feature.VIEW,
        sql("SELECT nickname, name FROM adults"),
        sql("SELECT * FROM adults"),
        sql("SELECT a.*, u.level FROM adults a JOIN users u USING (id)"),
        sql("SELECT count(*) FROM adults WHERE nickname IS NULL AND age > ?", 20),
        sql("UPDATE adults SET nickname = 'x' WHERE id = 1"),
        sql(
            "UPDATE adults SET nickname = ?, age = ? WHERE nickname IS NULL AND id = ?",
            "x",
            30,
            1),
        sql("UPDATE adults SET age = 31 WHERE id = 1 RETURNING nickname, age"),
        sql("INSERT INTO adults (id, name, age, nickname) VALUES (80, 'New', 20, 'n')"),
        sql("INSERT INTO adults VALUES (81, 'New', 20, 'n') RETURNING *"),
        sql("DELETE FROM adults WHERE nickname IS NULL AND id = 4"),
        sql("SELECT n.name, u.nickname FROM names n JOIN users u USING (id)"),
        sql("SELECT names.*, (SELECT nickname FROM users WHERE users.id = names.id) FROM names"),
        sql("UPDATE users SET nickname = n.name FROM names n WHERE n.id = users.id"),
        sql("SELECT t.total, u.nickname FROM totals t JOIN users u ON u.id = t.user_id"));
  }

  private static Stream<TwinCase> children() {
    return cases(
        Feature.INHERITANCE,
        sql("SELECT id, color FROM vehicles"),
        sql("SELECT color, id FROM ONLY vehicles"),
        sql("SELECT id, color FROM vehicles*"),
        sql("SELECT * FROM vehicles"),
        sql("SELECT * FROM ONLY vehicles WHERE color = 'grey'"),
        sql("SELECT v.color, c.doors FROM vehicles v JOIN cars c ON c.id = v.id"),
        sql("SELECT * FROM cars"),
        sql("SELECT color, doors FROM cars WHERE color = 'grey'"),
        sql("SELECT tableoid::regclass, color FROM vehicles"),
        sql("UPDATE vehicles SET color = 'red' WHERE id = 3"),
        sql("UPDATE ONLY vehicles SET color = 'red', maker = 'R' WHERE id < 4"),
        sql("UPDATE vehicles SET maker = color RETURNING id, color"),
        sql("DELETE FROM ONLY vehicles WHERE color = 'grey'"),
        sql("DELETE FROM vehicles WHERE color = 'grey' AND id > 1 RETURNING *"),
        sql("INSERT INTO vehicles (id, color) VALUES (9, 'blue')"),
        sql("INSERT INTO cars (id, doors, color) VALUES (9, 2, 'blue') RETURNING color, doors"),
        sql("INSERT INTO vehicles SELECT id + 10, maker, color FROM cars"));
  }

  private static Stream<TwinCase> partitions() {
    return cases(
        Feature.PARTITION,
        sql("SELECT id, unit FROM readings"),
        sql("SELECT * FROM readings WHERE taken >= '2026-01-01'"),
        sql("SELECT unit, count(*), sum(value) FROM readings GROUP BY unit"),
        sql("SELECT r.id, r.value, r.unit FROM readings r GROUP BY r.id, r.taken"),
        sql("SELECT id, unit FROM readings_2026"),
        sql("SELECT * FROM readings_2026 ORDER BY id"),
        sql("INSERT INTO readings (id, taken, unit) VALUES (7, '2026-07-07', 'F')"),
        sql("INSERT INTO readings VALUES (?, ?::date, ?, ?)", 7, "2025-07-07", 1, "F"),
        sql("INSERT INTO readings_2026 (id, taken, unit) VALUES (7, '2026-07-07', 'F')"),
        sql("UPDATE readings SET unit = 'F' WHERE taken = '2025-05-05'"),
        sql("UPDATE readings SET unit = 'F', taken = '2026-09-09' WHERE taken = '2025-05-05'"),
        sql("UPDATE readings SET value = 1, unit = lower(unit) RETURNING id, unit, taken"),
        sql("DELETE FROM readings WHERE unit = 'C' AND id = 2"),
        sql(
            "INSERT INTO readings (id, taken, unit) VALUES (1, '2026-05-05', 'F')"
                + " ON CONFLICT (id, taken) DO UPDATE SET unit = excluded.unit, value = 99"),
        batch(
            "INSERT INTO readings (id, taken, unit) VALUES (?, ?::date, ?)",
            List.of(row(7, "2025-01-01", "a"), row(8, "2026-01-01", "b"))),
        sql("SELECT id FROM readings WHERE unit = 'C' FOR UPDATE"));
  }

  private static Stream<TwinCase> others() {
    return TwinCase.concat(
        cases(
            Feature.UPDATE,
            sql("UPDATE doubled SET note = 'x' WHERE twice > 4"),
            sql("UPDATE doubled SET n = 5, note = 'x' RETURNING *"),
            sql("UPDATE users SET (nickname, age) = ('x', 5) WHERE id = 1"),
            sql("UPDATE users SET (age, nickname) = ROW(5, ?) WHERE id = ?", "x", 1),
            sql("UPDATE users SET (nickname, age) = (SELECT kind, id FROM pets WHERE id = 1)"),
            sql("UPDATE users SET (nickname, level) = (SELECT 'x', 2) WHERE id < 3"),
            sql("UPDATE users SET nickname = DEFAULT, level = DEFAULT, age = DEFAULT WHERE id = 1"),
            sql(
                "UPDATE users u SET nickname = m.nickname, age = m.level FROM users m"
                    + " WHERE m.id = u.manager_id")),
        cases(
            Feature.INSERT,
            sql("INSERT INTO doubled (id, n, note) VALUES (9, 3, 'x') RETURNING twice, note"),
            sql("INSERT INTO doubled VALUES (9, 3, DEFAULT, 'x')"),
            sql("INSERT INTO users (nickname, name) TABLE src").butFails(),
            sql(
                "INSERT INTO users (name, nickname) WITH w AS (SELECT 'W' AS n) SELECT n, n FROM w"),
            sql(
                "INSERT INTO users (name, nickname) VALUES ('a', (SELECT max(nickname) FROM users))")),
        cases(
            Feature.DELETE,
            sql(
                "DELETE FROM orders o USING users u WHERE u.id = o.user_id AND u.level = o.discount"),
            sql(
                "DELETE FROM orders o USING users u WHERE u.id = o.user_id AND u.level = 1"
                    + " RETURNING o.id, o.discount, u.nickname")),
        cases(
            Feature.GENERATED_KEYS,
            keysByName(List.of("id", "level"), "UPDATE users SET nickname = 'x' WHERE id < 3"),
            keysByName(List.of("cost"), "INSERT INTO gadgets (id, cost) VALUES (?, ?)", 9, 4)),
        cases(
            Feature.GROUP_BY,
            sql(
                "SELECT nickname, city, count(*) FROM users GROUP BY GROUPING SETS ((nickname), (city))"),
            sql("SELECT level, city, count(*) FROM users GROUP BY ROLLUP (level, city)"),
            sql(
                "SELECT level, grouping(level) FROM users GROUP BY CUBE (level) HAVING count(*) > 0"),
            sql("SELECT count(*) FILTER (WHERE nickname IS NULL) FROM users"),
            sql("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY level) FROM users")),
        cases(
            Feature.LOOKALIKE,
            sql("SELECT nickname(1) AS x FROM users WHERE id = 1"),
            sql("SELECT nickname(id) FROM users"),
            script("a procedure is called", PostgresScripts::procedure)),
        cases(
            Feature.SELECT_LIST,
            sql("SELECT id, nickname FROM users TABLESAMPLE SYSTEM (100)"),
            sql("SELECT u.level FROM users u TABLESAMPLE BERNOULLI (100) REPEATABLE (1)")),
        cases(
            Feature.LOCKING,
            sql(
                "SELECT u.id, u.level FROM users u, orders o WHERE u.id = 1 FOR UPDATE OF o SKIP LOCKED"),
            sql("SELECT nickname FROM users WHERE id = 2 FOR UPDATE NOWAIT"),
            sql("SELECT s.nickname FROM (SELECT * FROM users FOR UPDATE) s")));
  }

  private static Stream<TwinCase> rows() {
    return cases(
        Feature.WHOLE_ROW,
        sql("SELECT u::text FROM users u"),
        sql("SELECT row_to_json(u) FROM users u"),
        sql("SELECT to_jsonb(users) - 'name' FROM users WHERE id = 1"),
        sql("SELECT count(DISTINCT u), count((u).level) FROM users u"),
        sql("SELECT json_agg(u ORDER BY u.id) FROM users u"),
        sql("SELECT (u).nickname, (u).level FROM users u"),
        sql("SELECT (u.*)::text, u IS NULL FROM users u"),
        sql("SELECT array_agg(o ORDER BY id)::text FROM orders o"),
        sql("SELECT u::text, o::text FROM users u LEFT JOIN orders o ON o.user_id = u.id"),
        sql("SELECT row_to_json(s) FROM (SELECT id, nickname FROM users) s"),
        sql("SELECT id FROM users u WHERE u IS NOT NULL OR (u).level = 1"),
        sql("UPDATE users u SET city = length(row_to_json(u)::text)::text WHERE id = 1"),
        sql("UPDATE users u SET nickname = 'x' WHERE id = 1 RETURNING row_to_json(u)"),
        sql("DELETE FROM orders o WHERE (o).discount = 0 AND id = 1 RETURNING to_json(o)"),
        sql("UPDATE users u SET city = 'x' WHERE (u).level = 1 RETURNING (u).nickname, (u).city"));
  }

  private static Stream<TwinCase> wrapped() {
    return TwinCase.concat(
        cases(
            Feature.CREATE_AS,
            script("CREATE TABLE AS", PostgresScripts::createTableAs),
            script("CREATE TEMPORARY TABLE AS of a star", PostgresScripts::createTableAsStar),
            script("CREATE TABLE AS … WITH NO DATA", PostgresScripts::createTableWithNoData),
            script("SELECT INTO", PostgresScripts::selectInto)),
        cases(
            Feature.PREPARE,
            script("PREPARE and EXECUTE a query", PostgresScripts::prepareQuery),
            script("PREPARE and EXECUTE a query of a star", PostgresScripts::prepareStar),
            script("DECLARE CURSOR and FETCH", PostgresScripts::cursor)),
        cases(
            Feature.EXPLAIN,
            sql("EXPLAIN (ANALYZE, COSTS OFF) SELECT nickname FROM users").butOnlyItsShape(),
            sql("EXPLAIN (VERBOSE) DELETE FROM orders WHERE discount = 1").butOnlyItsShape(),
            sql("EXPLAIN ANALYZE UPDATE users SET nickname = 'x'").butOnlyItsShape(),
            sql("EXPLAIN (FORMAT YAML) WITH x AS (SELECT * FROM users) SELECT nickname FROM x")
                .butOnlyItsShape()));
  }
}
