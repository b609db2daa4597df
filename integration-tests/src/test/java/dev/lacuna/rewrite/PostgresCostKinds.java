package dev.lacuna.rewrite;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of statements that are measured on PostgreSQL. */
final class PostgresCostKinds {

  private PostgresCostKinds() {}

  static List<CostKind> all() {
    return Stream.of(
            CostKinds.READS,
            List.of(
                new CostKind(
                    "union all",
                    "SELECT name FROM users WHERE id = 1 UNION ALL SELECT note FROM orders WHERE id = 1",
                    "SELECT name || level FROM users WHERE id = 1 UNION ALL SELECT note || status FROM"
                        + " orders WHERE id = 1")),
            CostKinds.ROWS,
            List.of(
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
                    "MERGE for INSERT")),
            CostKinds.ROWS_OF_A_QUERY,
            List.of(
                new CostKind(
                    "upsert",
                    "INSERT INTO orders (id, total) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET total ="
                        + " excluded.total",
                    "INSERT INTO orders (id, total, discount) VALUES (1, 2, 3) ON CONFLICT (id) DO UPDATE"
                        + " SET total = excluded.total, discount = excluded.discount")),
            CostKinds.UPDATES,
            List.of(
                new CostKind(
                    "update from a join",
                    "UPDATE orders o SET total = 5 FROM users u WHERE u.id = o.user_id AND o.id < 1020",
                    "UPDATE orders o SET total = 5, discount = u.level FROM users u WHERE u.id = o.user_id"
                        + " AND o.id < 1020")),
            CostKinds.DELETES,
            List.of(
                new CostKind(
                    "merge",
                    "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN UPDATE SET total = 5"
                        + " WHEN NOT MATCHED THEN INSERT (id, total) VALUES (p.id, 5)",
                    "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN UPDATE SET total ="
                        + " 5, discount = 1 WHEN NOT MATCHED THEN INSERT (id, total, discount) VALUES"
                        + " (p.id, 5, 1)")))
        .flatMap(List::stream)
        .toList();
  }
}
