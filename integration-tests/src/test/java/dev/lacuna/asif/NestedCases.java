package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Statements within statements. */
final class NestedCases {

  /** The join's condition does not see the table behind it, which has the column as well. */
  static final String UPDATE_BY_A_NAME_IN_A_JOIN =
      "UPDATE orders SET discount = 3, item = 'x' WHERE user_id IN (SELECT p.owner_id FROM pets p"
          + " JOIN pets q ON discount = 0 JOIN rebates r ON r.title = 'none' WHERE q.id = 1)";

  static final String DELETE_BY_A_NAME_IN_A_JOIN =
      "DELETE FROM orders WHERE EXISTS (SELECT 1 FROM pets p JOIN pets q ON q.id = p.id AND"
          + " discount > 0 JOIN rebates r ON r.discount = 5)";

  private NestedCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(subselects(), ctes(), setOperations(), stars()).flatMap(cases -> cases);
  }

  private static Stream<TwinCase> subselects() {
    return TwinCase.concat(
        cases(
            Feature.SUBSELECT,
            sql("SELECT item, (SELECT nickname FROM users WHERE id = user_id) FROM orders"),
            sql(
                "SELECT item, (SELECT u.nickname FROM users u WHERE u.id = o.user_id) FROM orders o"),
            sql(
                "SELECT name FROM users u WHERE EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id"
                    + " AND o.discount = 0)"),
            sql(
                "SELECT name FROM users u WHERE NOT EXISTS (SELECT 1 FROM pets WHERE"
                    + " pets.nickname = u.nickname)"),
            sql("SELECT name FROM users WHERE nickname IN (SELECT nickname FROM pets)"),
            sql(
                "SELECT name FROM users WHERE id NOT IN (SELECT user_id FROM orders WHERE discount > 0)"),
            sql(
                "SELECT name FROM users WHERE level = ANY (SELECT level FROM users WHERE id = ?)",
                1),
            sql("SELECT name FROM users WHERE level >= ALL (SELECT level FROM users)"),
            sql("SELECT t.n FROM (SELECT nickname AS n FROM users) t"),
            sql(
                "SELECT nickname FROM (SELECT id, nickname FROM users WHERE id < 3) AS t WHERE id = 1"),
            sql("SELECT t.nickname FROM (SELECT * FROM users) t WHERE t.level = 1"),
            sql("SELECT (SELECT max(level) FROM users), (SELECT count(nickname) FROM users)"),
            sql(
                "SELECT name FROM users u WHERE (SELECT count(*) FROM orders WHERE user_id = u.id"
                    + " AND discount < u.level) > 1"),
            sql("SELECT id FROM pets WHERE nickname IN (SELECT nickname FROM users) IS NULL"),
            sql("SELECT a FROM (SELECT nickname FROM users) AS t(a) WHERE a IS NULL"),
            sql(
                "SELECT item FROM orders WHERE user_id IN (SELECT id FROM users WHERE nickname IS NULL"
                    + " AND level = (SELECT min(level) FROM users))"),
            sql(UPDATE_BY_A_NAME_IN_A_JOIN),
            sql(DELETE_BY_A_NAME_IN_A_JOIN)),
        cases(
            Engines.POSTGRESQL,
            Feature.SUBSELECT,
            sql(
                "SELECT kind FROM pets p WHERE EXISTS (SELECT FROM users WHERE nickname = p.nickname)")));
  }

  private static Stream<TwinCase> ctes() {
    return TwinCase.concat(
        cases(
            Feature.CTE,
            sql("WITH n AS (SELECT id, nickname FROM users) SELECT * FROM n"),
            sql("WITH n(i, k) AS (SELECT id, nickname FROM users) SELECT k FROM n WHERE i < 3"),
            sql(
                "WITH due AS (SELECT user_id, amount - discount AS d FROM orders), big AS"
                    + " (SELECT * FROM due WHERE d > 90) SELECT u.nickname, d FROM big JOIN users u"
                    + " ON u.id = user_id"),
            sql(
                "WITH RECURSIVE up AS (SELECT id, name, nickname, manager_id, 1 AS step FROM users"
                    + " WHERE id = 6 UNION ALL SELECT u.id, u.name, u.nickname, u.manager_id, step + 1"
                    + " FROM users u JOIN up ON u.id = up.manager_id) SELECT * FROM up"),
            sql(
                "WITH x AS (SELECT ? AS n) SELECT users.id FROM users, x WHERE nickname = x.n",
                "ace")),
        cases(
            Engines.POSTGRESQL,
            Feature.CTE,
            sql("WITH n AS MATERIALIZED (SELECT * FROM users) SELECT nickname, level FROM n"),
            sql(
                "WITH gone AS (DELETE FROM orders WHERE discount = 0 AND status = 'void'"
                    + " RETURNING id, discount) SELECT * FROM gone"),
            sql(
                "WITH fresh AS (INSERT INTO users (name, nickname) VALUES ('Zed', 'z')"
                    + " RETURNING id, nickname, level) SELECT * FROM fresh"),
            sql(
                "WITH up AS (UPDATE users SET nickname = 'up' WHERE id = 1 RETURNING *)"
                    + " SELECT up.nickname AS now, u.nickname AS was FROM up JOIN users u USING (id)"),
            sql(
                "WITH src AS (SELECT 70 AS id, 'Src' AS name, 's' AS nickname) INSERT INTO users"
                    + " (id, name, nickname) SELECT * FROM src"),
            sql(
                "WITH best AS (SELECT id FROM users WHERE level = 1) UPDATE users SET nickname = 'b'"
                    + " FROM best WHERE best.id = users.id")));
  }

  private static Stream<TwinCase> setOperations() {
    return cases(
        Feature.SET_OPERATION,
        sql("SELECT nickname FROM users UNION SELECT kind FROM pets"),
        sql("SELECT nickname FROM users UNION ALL SELECT nickname FROM pets"),
        sql("SELECT nickname FROM pets INTERSECT SELECT nickname FROM users"),
        sql("SELECT nickname FROM pets EXCEPT SELECT nickname FROM users"),
        sql("SELECT id, discount FROM orders UNION SELECT 0, discount FROM rebates ORDER BY 1, 2"),
        sql(
            "(SELECT nickname FROM users LIMIT 1) UNION ALL (SELECT name FROM users ORDER BY id LIMIT 1)"),
        sql(
            "SELECT nickname AS x FROM users WHERE id = ? UNION SELECT name FROM users WHERE id = ?",
            1,
            2),
        sql("SELECT n FROM (SELECT nickname AS n FROM users UNION SELECT title FROM rebates) t"));
  }

  private static Stream<TwinCase> stars() {
    return TwinCase.concat(
        cases(
            Feature.STAR,
            sql("SELECT * FROM users"),
            sql("SELECT * FROM users WHERE id = ?", 1),
            sql("SELECT u.* FROM users u"),
            sql("SELECT * FROM pets p JOIN users u ON u.id = p.owner_id"),
            sql("SELECT * FROM orders a JOIN orders b ON b.id = a.id + 1"),
            sql("SELECT users.* FROM users ORDER BY id DESC"),
            sql("SELECT *, 1 AS one FROM users"),
            sql("SELECT *, nickname FROM users WHERE id = 1"),
            sql("SELECT id, u.*, name FROM users u WHERE id = 1"),
            sql("SELECT * FROM users u JOIN orders o ON o.user_id = u.id"),
            sql("SELECT u.*, o.* FROM users u LEFT JOIN orders o ON o.user_id = u.id"),
            sql("SELECT o.*, u.name FROM users u JOIN orders o ON o.user_id = u.id"),
            sql("SELECT * FROM users, cities WHERE users.city = cities.city"),
            sql("SELECT * FROM (SELECT * FROM users) t"),
            sql("SELECT * FROM (SELECT u.* FROM users u WHERE level = 1) t WHERE nickname IS NULL"),
            sql("WITH t AS (SELECT * FROM orders) SELECT * FROM t"),
            sql("SELECT * FROM orders WHERE id < 3 UNION ALL SELECT * FROM orders WHERE id > 5"),
            sql("SELECT count(*) FROM users WHERE nickname IS NULL"),
            sql("SELECT * FROM users WHERE id IN (SELECT user_id FROM orders WHERE discount = 0)"),
            sql("SELECT * FROM users ORDER BY nickname, id LIMIT 2"),
            sql("SELECT EXISTS (SELECT * FROM users WHERE nickname IS NULL)")),
        cases(Engines.NOT_MARIADB, Feature.STAR, sql("TABLE users")),
        cases(
            Engines.POSTGRESQL,
            Feature.STAR,
            sql("SELECT * FROM widgets"),
            sql("SELECT w.* FROM widgets w WHERE w.id = ?", 2),
            sql("SELECT 1 AS one, *, 2 AS two FROM users WHERE id = 2"),
            sql("SELECT *, * FROM orders WHERE id = 1"),
            sql("SELECT * FROM billing.invoices"),
            sql("SELECT billing.invoices.* FROM billing.invoices"),
            sql("SELECT * FROM \"Order Lines\""),
            sql("SELECT l.* FROM users u, LATERAL (SELECT u.*) l WHERE u.id = 1")));
  }
}
