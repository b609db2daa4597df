package dev.lacuna.rewrite;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of statements that are measured on MySQL and MariaDB. */
final class MySqlCostKinds {

  private MySqlCostKinds() {}

  static List<CostKind> all() {
    return Stream.of(
            CostKinds.READS,
            List.of(
                new CostKind(
                    "union all",
                    "SELECT name FROM users WHERE id = 1 UNION ALL SELECT note FROM orders WHERE id = 1",
                    "SELECT CONCAT(name, level) FROM users WHERE id = 1 UNION ALL SELECT CONCAT(note, status) FROM"
                        + " orders WHERE id = 1")),
            CostKinds.ROWS,
            CostKinds.ROWS_OF_A_QUERY,
            List.of(
                new CostKind(
                    "upsert",
                    "INSERT INTO orders (id, total) VALUES (1, 2) ON DUPLICATE KEY UPDATE total ="
                        + " VALUES(total)",
                    "INSERT INTO orders (id, total, discount) VALUES (1, 2, 3) ON DUPLICATE KEY UPDATE"
                        + " total = VALUES(total), discount = VALUES(discount)")),
            CostKinds.UPDATES,
            List.of(
                new CostKind(
                    "update from a join",
                    "UPDATE orders o JOIN users u ON u.id = o.user_id SET o.total = 5 WHERE o.id < 1020",
                    "UPDATE orders o JOIN users u ON u.id = o.user_id SET o.total = 5, o.discount = u.level"
                        + " WHERE o.id < 1020")),
            CostKinds.DELETES)
        .flatMap(List::stream)
        .toList();
  }
}
