package dev.lacuna.rewrite;

import java.util.List;

/** The kinds of statements that are measured on every engine, in the order of the page. */
final class CostKinds {

  /** Reads. */
  static final List<CostKind> READS =
      List.of(
          new CostKind(
              "select by key",
              "SELECT id, name FROM users WHERE id = 4711",
              "SELECT id, name, nickname FROM users WHERE id = 4711"),
          new CostKind(
              "select, filtered, ordered, limited",
              "SELECT id, name FROM users WHERE age > 30 ORDER BY id LIMIT 20",
              "SELECT id, name, level FROM users WHERE age > 30 AND level = 1 ORDER BY id LIMIT 20"),
          new CostKind(
              "select for update",
              "SELECT id FROM users WHERE id = 4711 FOR UPDATE",
              "SELECT id, nickname FROM users WHERE id = 4711 FOR UPDATE"),
          new CostKind(
              "star in a sub-select",
              "SELECT s.name FROM (SELECT * FROM users) s WHERE s.id = 4711",
              "SELECT s.name, s.nickname FROM (SELECT * FROM users) s WHERE s.id = 4711"),
          new CostKind(
              "join",
              "SELECT u.name, o.total FROM users u JOIN orders o ON o.user_id = u.id WHERE u.id <"
                  + " 1020",
              "SELECT u.name, u.nickname, o.total - o.discount FROM users u JOIN orders o ON"
                  + " o.user_id = u.id WHERE u.id < 1020"),
          new CostKind(
              "left join",
              "SELECT u.name, o.total FROM users u LEFT JOIN orders o ON o.user_id = u.id WHERE u.id"
                  + " < 1020",
              "SELECT u.name, u.nickname, o.total, o.discount FROM users u LEFT JOIN orders o ON"
                  + " o.user_id = u.id WHERE u.id < 1020"),
          new CostKind(
              "aggregate over all rows",
              "SELECT age, count(*) FROM users GROUP BY age",
              "SELECT age, count(nickname), sum(level) FROM users GROUP BY age"),
          new CostKind(
              "exists",
              "SELECT u.name FROM users u WHERE u.id < 1020 AND EXISTS (SELECT 1 FROM orders o WHERE"
                  + " o.user_id = u.id)",
              "SELECT u.name FROM users u WHERE u.id < 1020 AND EXISTS (SELECT 1 FROM orders o WHERE"
                  + " o.user_id = u.id AND o.discount = 0)"),
          new CostKind(
              "common table expression",
              "WITH o AS (SELECT user_id, sum(total) AS due FROM orders WHERE id < 1500 GROUP BY"
                  + " user_id) SELECT * FROM o",
              "WITH o AS (SELECT user_id, sum(total - discount) AS due FROM orders WHERE id < 1500"
                  + " GROUP BY user_id) SELECT * FROM o"));

  /** A window, and rows that are inserted. */
  static final List<CostKind> ROWS =
      List.of(
          new CostKind(
              "window function",
              "SELECT id, rank() OVER (ORDER BY age) FROM users WHERE id < 1500",
              "SELECT id, level, rank() OVER (ORDER BY age) FROM users WHERE id < 1500"),
          new CostKind(
              "insert a row",
              "INSERT INTO orders (user_id, total) VALUES (1, 2)",
              "INSERT INTO orders (user_id, total, discount) VALUES (1, 2, 3)"),
          new CostKind(
              "insert two rows",
              "INSERT INTO orders (user_id, total) VALUES (1, 2), (2, 3)",
              "INSERT INTO orders (user_id, total, discount) VALUES (1, 2, 3), (2, 3, 4)"));

  /** Rows of a query that are inserted. */
  static final List<CostKind> ROWS_OF_A_QUERY =
      List.of(
          new CostKind(
              "insert 500 rows from a query",
              "INSERT INTO orders (user_id, total) SELECT id, age FROM users WHERE id < 1500",
              "INSERT INTO orders (user_id, total, discount) SELECT id, age, level FROM users WHERE"
                  + " id < 1500"));

  /** Updates of one table. */
  static final List<CostKind> UPDATES =
      List.of(
          new CostKind(
              "update by key",
              "UPDATE orders SET total = 5 WHERE id = 4711",
              "UPDATE orders SET total = 5, discount = 1 WHERE id = 4711"),
          new CostKind(
              "update of a missing column alone",
              "UPDATE orders SET note = note WHERE id = 4711",
              "UPDATE orders SET discount = 1 WHERE id = 4711"));

  /** Deletes. */
  static final List<CostKind> DELETES =
      List.of(
          new CostKind(
              "delete by key",
              "DELETE FROM orders WHERE id = 4711",
              "DELETE FROM orders WHERE id = 4711 AND discount = 0"));

  private CostKinds() {}
}
