package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Several tables, and several rows at a time. */
final class JoinCases {

  private JoinCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(joins(), usingAndNatural(), laterals(), groups(), windows(), twoColumns())
        .flatMap(cases -> cases);
  }

  private static Stream<TwinCase> joins() {
    return TwinCase.concat(
        cases(
            Feature.JOIN,
            sql("SELECT u.nickname, o.item FROM users u JOIN orders o ON o.user_id = u.id"),
            sql(
                "SELECT u.name, u.nickname, o.item FROM users u LEFT JOIN orders o ON o.user_id ="
                    + " u.id"),
            sql(
                "SELECT u.name, o.item, o.discount FROM users u LEFT JOIN orders o"
                    + " ON o.user_id = u.id AND o.discount = 0"),
            sql("SELECT u.name, o.discount FROM users u RIGHT JOIN orders o ON o.user_id = u.id"),
            sql("SELECT u.nickname, c.country FROM users u CROSS JOIN cities c WHERE u.id < 3"),
            sql("SELECT u.nickname, o.item FROM users u, orders o WHERE u.id = o.user_id"),
            sql(
                "SELECT a.name, b.name FROM users a JOIN users b ON a.level = b.level AND a.id <"
                    + " b.id WHERE a.nickname IS NULL AND b.id < 4"),
            sql(
                "SELECT e.name, m.nickname, m.level FROM users e LEFT JOIN users m"
                    + " ON m.id = e.manager_id"),
            sql("SELECT u.id, p.nickname FROM users u JOIN pets p ON u.nickname = p.nickname"),
            sql(
                "SELECT u.nickname, o.discount, p.nickname FROM users u INNER JOIN orders o"
                    + " ON o.user_id = u.id LEFT OUTER JOIN pets p ON p.owner_id = u.id"
                    + " WHERE u.nickname IS NULL AND o.discount = ?",
                0),
            sql("SELECT o.id FROM orders o JOIN rebates r ON r.discount = o.discount"),
            sql(
                "SELECT o.id, n.c FROM orders o LEFT JOIN (SELECT 1 + 1 AS c, discount AS d"
                    + " FROM orders WHERE id = 0) n ON n.d = o.discount WHERE n.c IS NULL"),
            sql(
                "SELECT o.id, COALESCE(n.c, 'none') FROM (SELECT UPPER('some') AS c, id FROM users"
                    + " WHERE nickname IS NULL) n RIGHT JOIN orders o"
                    + " ON n.id = o.user_id AND o.discount = 0 AND n.id < 2")),
        cases(
            Engines.POSTGRESQL,
            Feature.JOIN,
            sql(
                "SELECT u.nickname, u.level, o.discount FROM users u FULL JOIN orders o"
                    + " ON o.user_id = u.id"),
            sql(
                "SELECT u.name, o.item, i.total FROM users u LEFT JOIN (orders o JOIN"
                    + " billing.invoices i ON i.user_id = o.user_id AND o.discount = 0) ON"
                    + " o.user_id = u.id"),
            sql("SELECT j.nickname FROM (users u JOIN orders o ON o.user_id = u.id) AS j"),
            sql(
                "SELECT u.id, o.id FROM ONLY users u JOIN orders AS o ON (u.id = o.user_id)"
                    + " WHERE u.level = 1 AND o.discount <> 1")));
  }

  private static Stream<TwinCase> usingAndNatural() {
    return TwinCase.concat(
        cases(
            Feature.USING_AND_NATURAL,
            sql("SELECT nickname, country FROM users JOIN cities USING (city)"),
            sql("SELECT u.nickname, city FROM users u LEFT JOIN cities c USING (city)"),
            sql("SELECT * FROM users JOIN cities USING (city)"),
            sql("SELECT name, kind FROM users JOIN pets USING (nickname)"),
            sql("SELECT item, title FROM orders JOIN rebates USING (discount)"),
            sql("SELECT * FROM orders NATURAL JOIN rebates"),
            sql("SELECT item, title, discount FROM orders NATURAL LEFT JOIN rebates"),
            sql("SELECT id, kind FROM users NATURAL JOIN pets")),
        cases(
            Engines.POSTGRESQL,
            Feature.USING_AND_NATURAL,
            sql("SELECT name, kind, nickname FROM users FULL JOIN pets USING (nickname)"),
            sql("SELECT j.discount FROM orders JOIN rebates USING (discount) AS j").since(14)));
  }

  private static Stream<TwinCase> laterals() {
    return TwinCase.concat(
        cases(
            Engines.NOT_MARIADB,
            Feature.LATERAL,
            sql(
                "SELECT u.name, l.item FROM users u CROSS JOIN LATERAL (SELECT o.item FROM orders o"
                    + " WHERE o.user_id = u.id AND o.discount = u.level - 1) l"),
            sql(
                "SELECT u.name, l.n FROM users u LEFT JOIN LATERAL (SELECT u.nickname AS n) l ON"
                    + " true")),
        cases(
            Engines.POSTGRESQL,
            Feature.LATERAL,
            sql("SELECT u.id, g FROM users u, generate_series(1, u.level) g"),
            sql("SELECT u.id, x.* FROM users u, LATERAL (VALUES (u.nickname, u.level)) x(n, l)")));
  }

  private static Stream<TwinCase> groups() {
    return TwinCase.concat(
        cases(
            Feature.GROUP_BY,
            sql("SELECT nickname, count(*) FROM users GROUP BY nickname"),
            sql("SELECT count(*), count(nickname), sum(level), avg(level) FROM users"),
            sql("SELECT city, max(nickname), min(level) FROM users GROUP BY city"),
            sql("SELECT city, nickname, count(*) FROM users GROUP BY city, nickname"),
            sql("SELECT id, nickname FROM users GROUP BY id"),
            sql(
                "SELECT u.id, u.name, u.nickname, count(o.id) FROM users u LEFT JOIN orders o"
                    + " ON o.user_id = u.id GROUP BY u.id"),
            sql(
                "SELECT u.nickname, u.level, sum(o.amount - o.discount) FROM users u JOIN orders o"
                    + " ON o.user_id = u.id GROUP BY u.id"),
            sql("SELECT coalesce(nickname, 'none') AS n, count(*) FROM users GROUP BY n"),
            sql("SELECT nickname, count(*) FROM users GROUP BY 1"),
            sql("SELECT city FROM users GROUP BY city HAVING count(nickname) = 0"),
            sql("SELECT city, sum(level) FROM users GROUP BY city HAVING sum(level) > ?", 1)),
        cases(
            Engines.NOT_MARIADB,
            Feature.GROUP_BY,
            sql("SELECT city, level, count(*) FROM users GROUP BY ROLLUP (city, level)")),
        cases(
            Engines.POSTGRESQL,
            Feature.GROUP_BY,
            sql(
                "SELECT status, sum(discount) FILTER (WHERE discount = 0) FROM orders GROUP BY"
                    + " status"),
            sql(
                "SELECT city, nickname, count(*) FROM users GROUP BY GROUPING SETS ((city),"
                    + " (nickname))"),
            sql("SELECT grouping(level), level, count(*) FROM users GROUP BY CUBE (level)"),
            sql("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY level) FROM users"),
            sql("SELECT bool_and(nickname IS NULL), every(level = 1) FROM users")));
  }

  private static Stream<TwinCase> windows() {
    return TwinCase.concat(
        cases(
            Feature.WINDOW,
            sql("SELECT id, row_number() OVER (PARTITION BY nickname ORDER BY id) FROM users"),
            sql(
                "SELECT id, rank() OVER (ORDER BY level), sum(level) OVER (ORDER BY id) FROM"
                    + " users"),
            sql(
                "SELECT id, count(nickname) OVER (), max(level) OVER (PARTITION BY city) FROM"
                    + " users"),
            sql(
                "SELECT * FROM (SELECT id, nickname, row_number() OVER (PARTITION BY level ORDER BY"
                    + " id) AS n FROM users) t WHERE n <= 2")),
        cases(
            Engines.NOT_MARIADB,
            Feature.WINDOW,
            sql(
                "SELECT id, lag(nickname, 1, 'first') OVER w FROM users WINDOW w AS (ORDER BY"
                    + " id)")));
  }

  private static Stream<TwinCase> twoColumns() {
    return TwinCase.concat(
        cases(
            Feature.SEVERAL_COLUMNS,
            sql("SELECT nickname, level FROM users WHERE nickname IS NULL AND level = 1"),
            sql(
                "SELECT u.nickname, u.level, o.discount FROM users u JOIN orders o ON o.user_id ="
                    + " u.id WHERE u.level > o.discount"),
            sql("UPDATE users SET nickname = 'n', level = 4 WHERE id = 1"),
            sql("UPDATE users SET level = level + 1, name = 'L' WHERE nickname IS NULL AND id < 3"),
            sql(
                "INSERT INTO users (nickname, id, level, name) VALUES (?, ?, ?, ?)",
                "n",
                50,
                3,
                "New"),
            sql("SELECT id FROM users WHERE level = 1 ORDER BY nickname, level DESC, id")),
        cases(
            Engines.POSTGRESQL,
            Feature.SEVERAL_COLUMNS,
            sql(
                "DELETE FROM orders USING users u WHERE u.id = user_id AND u.level = 1 AND discount"
                    + " = 0")));
  }
}
