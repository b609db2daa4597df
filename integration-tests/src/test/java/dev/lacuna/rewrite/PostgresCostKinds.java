package dev.lacuna.rewrite;

import java.util.List;

/** The kinds of statements that are measured on PostgreSQL. */
final class PostgresCostKinds {

  private PostgresCostKinds() {}

  static List<CostKind> all() {
    return List.of(
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
                + " GROUP BY user_id) SELECT * FROM o"),
        new CostKind(
            "union all",
            "SELECT name FROM users WHERE id = 1 UNION ALL SELECT note FROM orders WHERE id = 1",
            "SELECT name || level FROM users WHERE id = 1 UNION ALL SELECT note || status FROM"
                + " orders WHERE id = 1"),
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
            "INSERT INTO orders (user_id, total, discount) VALUES (1, 2, 3), (2, 3, 4)"),
        new CostKind(
            "insert a row, returning",
            "INSERT INTO orders (user_id, total) VALUES (1, 2) RETURNING id",
            "INSERT INTO orders (user_id, total, discount) VALUES (1, 2, 3) RETURNING id,"
                + " discount"),
        new CostKind(
            "insert two rows, returning",
            "INSERT INTO orders (user_id, total) VALUES (1, 2), (2, 3) RETURNING id",
            "INSERT INTO orders (user_id, total, discount) VALUES (1, 2, 3), (2, 3, 4) RETURNING"
                + " id, discount",
            "MERGE for INSERT"),
        new CostKind(
            "insert 500 rows from a query",
            "INSERT INTO orders (user_id, total) SELECT id, age FROM users WHERE id < 1500",
            "INSERT INTO orders (user_id, total, discount) SELECT id, age, level FROM users WHERE"
                + " id < 1500"),
        new CostKind(
            "upsert",
            "INSERT INTO orders (id, total) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET total ="
                + " excluded.total",
            "INSERT INTO orders (id, total, discount) VALUES (1, 2, 3) ON CONFLICT (id) DO UPDATE"
                + " SET total = excluded.total, discount = excluded.discount"),
        new CostKind(
            "update by key",
            "UPDATE orders SET total = 5 WHERE id = 4711",
            "UPDATE orders SET total = 5, discount = 1 WHERE id = 4711"),
        new CostKind(
            "update of a missing column alone",
            "UPDATE orders SET note = note WHERE id = 4711",
            "UPDATE orders SET discount = 1 WHERE id = 4711"),
        new CostKind(
            "update from a join",
            "UPDATE orders o SET total = 5 FROM users u WHERE u.id = o.user_id AND o.id < 1020",
            "UPDATE orders o SET total = 5, discount = u.level FROM users u WHERE u.id = o.user_id"
                + " AND o.id < 1020"),
        new CostKind(
            "delete by key",
            "DELETE FROM orders WHERE id = 4711",
            "DELETE FROM orders WHERE id = 4711 AND discount = 0"),
        new CostKind(
            "merge",
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN UPDATE SET total = 5"
                + " WHEN NOT MATCHED THEN INSERT (id, total) VALUES (p.id, 5)",
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN UPDATE SET total ="
                + " 5, discount = 1 WHEN NOT MATCHED THEN INSERT (id, total, discount) VALUES"
                + " (p.id, 5, 1)"));
  }
}
