package dev.lacuna.ddl.rules;

import static dev.lacuna.ddl.rules.RuleCase.advice;
import static dev.lacuna.ddl.rules.RuleCase.caution;
import static dev.lacuna.ddl.rules.RuleCase.dangerous;
import static dev.lacuna.ddl.rules.RuleCase.silent;

import dev.lacuna.ddl.Orders;
import dev.lacuna.ddl.effect.Replication;
import java.util.List;

/** The rules on MySQL and MariaDB: each speaks where it should, and keeps quiet beside it. */
final class MysqlRuleCases {

  private static final Orders M80 = Orders.onMysql("8.0.46");
  private static final Orders M97 = Orders.onMysql("9.7.4");
  private static final Orders MARIADB = Orders.onMariadb("11.8.9");

  private MysqlRuleCases() {}

  static List<RuleCase> columns() {
    return List.of(
        dangerous(
            "add-column-expression-default",
            M97,
            "ALTER TABLE orders ADD COLUMN n int DEFAULT (3)"),
        silent(
            "add-column-expression-default", MARIADB, "ALTER TABLE orders ADD n int DEFAULT (3)"),
        caution(
            "add-column-expression-default",
            MARIADB,
            "ALTER TABLE orders ADD n char(36) DEFAULT uuid()"),
        dangerous(
            "add-column-auto-increment",
            M97,
            "ALTER TABLE orders ADD COLUMN n int AUTO_INCREMENT UNIQUE"),
        silent("add-column-auto-increment", M97, "ALTER TABLE orders ADD COLUMN n int"),
        advice("not-null-fills-zero", M97, "ALTER TABLE orders ADD COLUMN n int NOT NULL"),
        silent("not-null-fills-zero", M97, "ALTER TABLE orders ADD n int NOT NULL DEFAULT 5"),
        dangerous(
            "fulltext-forces-copy", M97.withFulltext(), "ALTER TABLE orders ADD COLUMN n int"),
        caution(
            "fulltext-forces-copy",
            M97.withFulltextResidue(),
            "ALTER TABLE orders ADD COLUMN n int"),
        silent("fulltext-forces-copy", M97, "ALTER TABLE orders ADD COLUMN n int"),
        caution(
            "fulltext-forces-copy",
            MARIADB.seenByOrdinaryUser(),
            "ALTER TABLE orders ADD COLUMN n int"),
        silent(
            "fulltext-forces-copy",
            MARIADB.seenByOrdinaryUser(),
            "ALTER TABLE orders ADD COLUMN n int, ALGORITHM=INSTANT"),
        silent(
            "fulltext-forces-copy",
            Orders.onMysql("5.7.42").seenByOrdinaryUser(),
            "ALTER TABLE orders ADD COLUMN n int"),
        silent(
            "pinned-algorithm-refused",
            MARIADB.seenByOrdinaryUser(),
            "ALTER TABLE orders ADD COLUMN n int, ALGORITHM=INSTANT"),
        caution(
            "row-versions-exhausted",
            M97.withRowVersions(255),
            "ALTER TABLE orders ADD COLUMN n int"),
        advice("row-versions-exhausted", M80.withRowVersions(63), "ALTER TABLE orders ADD n int"),
        silent("row-versions-exhausted", M97.withRowVersions(64), "ALTER TABLE orders ADD n int"),
        dangerous(
            "instant-corrupts-8029", Orders.onMysql("8.0.29"), "ALTER TABLE orders ADD n int"),
        silent("instant-corrupts-8029", M80, "ALTER TABLE orders ADD COLUMN n int"),
        caution(
            "if-not-exists-unsupported", M97, "ALTER TABLE orders ADD COLUMN IF NOT EXISTS n int"),
        silent(
            "if-not-exists-unsupported",
            MARIADB,
            "ALTER TABLE orders ADD COLUMN IF NOT EXISTS n int"),
        caution(
            "inline-references-ignored",
            M80,
            "ALTER TABLE orders ADD COLUMN shop_id int REFERENCES shops (id)"),
        caution(
            "inline-references-ignored",
            M80,
            "CREATE TABLE t (id int PRIMARY KEY, shop_id int REFERENCES shops (id))"),
        silent("inline-references-ignored", M97, "ALTER TABLE orders ADD n int REFERENCES s (id)"),
        dangerous("varchar-across-255-bytes", M97, "ALTER TABLE orders MODIFY note varchar(80)"),
        silent("varchar-across-255-bytes", M97, "ALTER TABLE orders MODIFY note varchar(60)"),
        dangerous("change-column-type", M97, "ALTER TABLE orders MODIFY quantity bigint"),
        caution("change-column-type", MARIADB, "ALTER TABLE orders MODIFY quantity bigint"),
        dangerous(
            "change-column-type", MARIADB.cascading(), "ALTER TABLE orders MODIFY quantity bigint"),
        caution(
            "trigger-names-column",
            M97.withTrigger("log_note", "INSERT INTO log VALUES (NEW.`note`)"),
            "ALTER TABLE orders RENAME COLUMN note TO remark"),
        caution(
            "trigger-names-column",
            MARIADB.withTrigger("log_note", "INSERT INTO log VALUES (NEW.Note)"),
            "ALTER TABLE orders CHANGE note remark varchar(40)"),
        silent(
            "trigger-names-column",
            M97.withTrigger("log_note", "INSERT INTO log VALUES (NEW.note)"),
            "ALTER TABLE orders MODIFY note varchar(41)"),
        caution("rename-column", M97, "ALTER TABLE orders CHANGE note remark varchar(40)"));
  }

  static List<RuleCase> tables() {
    return List.of(
        caution(
            "replicas-run-again", M97.replicated(), "ALTER TABLE orders MODIFY quantity bigint"),
        caution("replicas-run-again", MARIADB.replicated(), "CREATE INDEX i ON orders (quantity)"),
        advice(
            "replicas-run-again",
            M97.followedBy(Replication.UNKNOWN, false),
            "ALTER TABLE orders MODIFY quantity bigint"),
        silent("replicas-run-again", M97.replicated(), "ALTER TABLE orders ADD COLUMN n int"),
        silent("replicas-run-again", M97, "ALTER TABLE orders MODIFY quantity bigint"),
        caution("row-too-large", M97.withTexts(200), "ALTER TABLE orders ADD COLUMN n int"),
        caution(
            "row-too-large", M97.withTexts(40), "ALTER TABLE orders ADD COLUMN n varchar(16000)"),
        caution("row-too-large", MARIADB.withTexts(380), "ALTER TABLE orders ADD COLUMN n int"),
        silent("row-too-large", MARIADB.withTexts(60), "ALTER TABLE orders ADD COLUMN n int"),
        caution("too-many-columns", M97.withTexts(1009), "ALTER TABLE orders ADD COLUMN n int"),
        advice("too-many-columns", M97.withTexts(1000), "ALTER TABLE orders ADD COLUMN n int"),
        silent("too-many-columns", M97.withTexts(20), "ALTER TABLE orders ADD COLUMN n int"),
        caution("rebuilds-table", M97, "ALTER TABLE orders ENGINE=InnoDB"),
        silent("rebuilds-table", M97, "ALTER TABLE orders ADD COLUMN n int"),
        dangerous("copies-table", M97, "ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4"),
        silent("copies-table", M97, "ALTER TABLE orders ADD COLUMN n int"),
        dangerous("add-fulltext-index", M97, "CREATE FULLTEXT INDEX f ON orders (body)"),
        silent("add-fulltext-index", M97, "CREATE INDEX f ON orders (body)"),
        caution(
            "instant-with-lock-none",
            M97,
            "ALTER TABLE orders ADD COLUMN n int, ALGORITHM=INSTANT, LOCK=NONE"),
        silent(
            "instant-with-lock-none",
            MARIADB,
            "ALTER TABLE orders ADD COLUMN n int, ALGORITHM=INSTANT, LOCK=NONE"),
        caution(
            "pinned-algorithm-refused",
            M97,
            "ALTER TABLE orders MODIFY quantity bigint, ALGORITHM=INPLACE"),
        silent("pinned-algorithm-refused", M97, "ALTER TABLE orders ADD n int, ALGORITHM=INSTANT"),
        dangerous("drop-primary-key", M97, "ALTER TABLE orders DROP PRIMARY KEY"),
        caution("drop-primary-key", MARIADB, "ALTER TABLE orders DROP PRIMARY KEY"),
        caution(
            "drop-primary-key",
            M97,
            "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, total)"),
        caution("lock-queue-now", M97.heldFor(95), "ALTER TABLE orders ADD COLUMN n int"),
        caution("drop-schema", M97, "DROP DATABASE shop"),
        caution("truncate", M97, "TRUNCATE TABLE orders"));
  }

  static List<RuleCase> types() {
    return List.of(
        advice("type-utf8mb3", M97, "ALTER TABLE orders ADD n varchar(9) CHARACTER SET utf8mb3"),
        silent("type-utf8mb3", M97, "ALTER TABLE orders ADD n varchar(9)"),
        advice("type-enum", M97, "ALTER TABLE orders ADD COLUMN state enum('new','paid')"),
        silent("type-enum", M97, "ALTER TABLE orders ADD COLUMN state varchar(9)"),
        silent("type-json", M97, "ALTER TABLE orders ADD COLUMN doc json"),
        silent("type-timestamp-without-zone", M97, "ALTER TABLE orders ADD COLUMN at timestamp"),
        advice("type-int-key", M97, "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY)"));
  }
}
