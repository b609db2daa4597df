package dev.lacuna.verdicts;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statements that verdicts are tried with on MySQL and MariaDB. */
final class MysqlStatements {

  private MysqlStatements() {}

  /**
   * MariaDB refuses the first, knows no ALGORITHM for the second, and renames at once only if it is
   * given none.
   */
  private static final Set<String> NOT_ON_MARIADB =
      Set.of(
          "ALTER TABLE orders DROP COLUMN code",
          "DROP INDEX by_note ON orders",
          "ALTER TABLE orders RENAME TO purchases");

  /** MySQL has no IF NOT EXISTS here, and wants parentheses around a default that is computed. */
  private static final List<String> ON_MARIADB_ALONE =
      List.of(
          "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(40)",
          "ALTER TABLE orders ADD COLUMN IF NOT EXISTS n int",
          "ALTER TABLE orders ADD COLUMN n char(36) DEFAULT uuid()");

  static List<String> of(Engine engine) {
    return engine == Engine.MYSQL
        ? all()
        : Stream.concat(all().stream(), ON_MARIADB_ALONE.stream())
            .filter(sql -> !NOT_ON_MARIADB.contains(sql))
            .toList();
  }

  private static List<String> all() {
    return Stream.of(
            onOrders(addColumn()),
            onOrders(changeColumn()),
            onOrders(indexes()),
            onOrders(tables()),
            others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> onOrders(List<String> actions) {
    return actions.stream().map(action -> "ALTER TABLE orders " + action).toList();
  }

  private static List<String> addColumn() {
    return List.of(
        "ADD COLUMN n int",
        "ADD n int",
        "ADD COLUMN n int NOT NULL",
        "ADD COLUMN n int NOT NULL DEFAULT 7",
        "ADD COLUMN n varchar(40) DEFAULT 'x'",
        "ADD COLUMN n timestamp DEFAULT CURRENT_TIMESTAMP",
        "ADD COLUMN n int FIRST",
        "ADD COLUMN n int AFTER note",
        "ADD COLUMN n int DEFAULT (3)",
        "ADD COLUMN n int DEFAULT (1 + 2)",
        "ADD COLUMN n json",
        "ADD COLUMN n text",
        "ADD COLUMN n bigint AUTO_INCREMENT UNIQUE",
        "ADD COLUMN n int GENERATED ALWAYS AS (quantity * 3) STORED",
        "ADD COLUMN n int GENERATED ALWAYS AS (quantity * 3) VIRTUAL",
        "ADD COLUMN n int AS (quantity * 3)",
        "ADD COLUMN n int UNIQUE",
        "ADD COLUMN n int CHECK (n > 0)",
        "ADD COLUMN n bigint REFERENCES customers (id)",
        "ADD COLUMN n int, ADD COLUMN m int DEFAULT 3",
        "ADD COLUMN n int, ADD INDEX by_n (n)",
        "ADD COLUMN n int, MODIFY quantity bigint",
        "ADD COLUMN (n int, m int)",
        "ADD COLUMN n varchar(10) CHARACTER SET latin1 COLLATE latin1_bin",
        "ADD COLUMN n int COMMENT 'x'",
        "ADD COLUMN n bigint unsigned DEFAULT 0",
        "ADD COLUMN n datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)",
        "ADD COLUMN n enum('a','b') NOT NULL DEFAULT 'a'",
        "ADD COLUMN n blob",
        "ADD COLUMN n int INVISIBLE",
        "ADD COLUMN n int, DROP INDEX by_note",
        "ADD COLUMN n int, RENAME COLUMN total TO sum");
  }

  private static List<String> changeColumn() {
    return List.of(
        "MODIFY quantity bigint",
        "MODIFY quantity int NOT NULL",
        "MODIFY total decimal(10,2) NULL",
        "MODIFY total decimal(10,2) NOT NULL DEFAULT 1",
        "MODIFY total decimal(12,2) NOT NULL",
        "MODIFY quantity int",
        "MODIFY quantity int COMMENT 'x'",
        "MODIFY quantity int FIRST",
        "MODIFY quantity int unsigned",
        "MODIFY small int unsigned",
        "MODIFY note varchar(60)",
        "MODIFY note varchar(80)",
        "MODIFY note varchar(20)",
        "MODIFY wide varchar(500)",
        "MODIFY wide varchar(40)",
        "MODIFY code char(5)",
        "MODIFY state enum('new','paid','sent')",
        "MODIFY state enum('paid','new')",
        "MODIFY state varchar(10)",
        "CHANGE note remark varchar(40)",
        "CHANGE note remark varchar(60)",
        "CHANGE quantity quantity bigint",
        "ALTER COLUMN quantity SET DEFAULT 5",
        "ALTER COLUMN quantity DROP DEFAULT",
        "RENAME COLUMN note TO remark",
        "RENAME COLUMN total TO sum",
        "DROP COLUMN total",
        "DROP COLUMN note",
        "DROP COLUMN code",
        "DROP COLUMN doubled",
        "DROP COLUMN total, DROP COLUMN small",
        "DROP COLUMN total, ADD COLUMN n int",
        "MODIFY wide varchar(300) NOT NULL",
        "MODIFY wide varchar(299)",
        "MODIFY note varchar(40) DEFAULT 'x'",
        "MODIFY note varchar(63)",
        "MODIFY note varchar(64)",
        "MODIFY total decimal(10,3) NOT NULL",
        "MODIFY quantity mediumint",
        "CHANGE total sum decimal(10,2) NOT NULL",
        "ALTER quantity SET DEFAULT 5, ADD COLUMN n int",
        "RENAME COLUMN note TO remark, ADD COLUMN n int",
        "DROP COLUMN total, DROP INDEX by_note",
        "ADD COLUMN n int, MODIFY note varchar(60)");
  }

  private static List<String> indexes() {
    return List.of(
        "ADD INDEX by_quantity (quantity)",
        "ADD KEY (quantity)",
        "ADD INDEX by_both (quantity, total)",
        "ADD INDEX by_prefix (wide(10))",
        "ADD UNIQUE (quantity)",
        "ADD CONSTRAINT u UNIQUE KEY (quantity, total)",
        "ADD FULLTEXT INDEX words (wide)",
        "DROP INDEX by_note",
        "RENAME INDEX by_note TO by_remark",
        "DROP INDEX by_note, ADD INDEX by_note (note, total)",
        "ADD CONSTRAINT c CHECK (quantity > 0)",
        "ADD CHECK (total >= 0)",
        "ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers (id)",
        "DROP PRIMARY KEY",
        "DROP PRIMARY KEY, ADD PRIMARY KEY (id, total)");
  }

  private static List<String> tables() {
    return List.of(
        "ENGINE=InnoDB",
        "FORCE",
        "ROW_FORMAT=COMPACT",
        "COMMENT 'x'",
        "COMMENT='x'",
        "AUTO_INCREMENT=500",
        "STATS_PERSISTENT=1",
        "DEFAULT CHARACTER SET latin1",
        "CONVERT TO CHARACTER SET latin1",
        "CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "RENAME TO purchases");
  }

  private static List<String> others() {
    return List.of(
        "ALTER TABLE searched ADD COLUMN n int",
        "ALTER TABLE searched ADD COLUMN n int NOT NULL DEFAULT 1",
        "ALTER TABLE searched DROP INDEX words",
        "ALTER TABLE searched ADD INDEX by_body (body(10))",
        "ALTER TABLE packed ADD COLUMN m int",
        "ALTER TABLE packed DROP COLUMN n",
        "ALTER TABLE searched_once ADD COLUMN n int",
        "ALTER TABLE searched_once DROP COLUMN n_old",
        "ALTER TABLE searched_once FORCE",
        "ALTER TABLE searched_once ADD FULLTEXT INDEX words (body)",
        "ALTER TABLE packed ADD COLUMN m int NOT NULL DEFAULT 1",
        "ALTER TABLE cascaded ADD COLUMN m int",
        "ALTER TABLE cascaded ADD COLUMN m int FIRST",
        "ALTER TABLE cascaded DROP COLUMN n",
        "ALTER TABLE cascaded MODIFY n int NOT NULL",
        "ALTER TABLE cascaded MODIFY n bigint",
        "ALTER TABLE cascaded ADD INDEX by_n (n)",
        "ALTER TABLE cascaded FORCE",
        "ALTER TABLE cascaded DROP FOREIGN KEY cascaded_customer",
        "ALTER TABLE events ADD COLUMN n int",
        "ALTER TABLE events ADD COLUMN n int FIRST",
        "ALTER TABLE events DROP COLUMN note",
        "ALTER TABLE events MODIFY quantity bigint",
        "ALTER TABLE events ADD INDEX by_quantity (quantity)",
        "ALTER TABLE items DROP FOREIGN KEY items_customer",
        "ALTER TABLE items ADD COLUMN m int",
        "ALTER TABLE items ADD INDEX by_n (n)",
        "ALTER TABLE packed FORCE",
        "ALTER TABLE searched FORCE",
        "ALTER TABLE customers ADD COLUMN m int",
        "ALTER TABLE packed ADD INDEX by_n (n)",
        "ALTER TABLE packed MODIFY n bigint",
        "ALTER TABLE searched ADD COLUMN n int FIRST",
        "ALTER TABLE items MODIFY n bigint",
        "ALTER TABLE items DROP COLUMN n",
        "ALTER TABLE customers RENAME COLUMN name TO title",
        "CREATE INDEX by_quantity ON orders (quantity)",
        "CREATE UNIQUE INDEX by_quantity ON orders (quantity)",
        "CREATE FULLTEXT INDEX words ON orders (wide)",
        "DROP INDEX by_note ON orders");
  }
}
