package dev.lacuna.ddl.rules;

import static dev.lacuna.ddl.rules.RuleCase.advice;
import static dev.lacuna.ddl.rules.RuleCase.caution;
import static dev.lacuna.ddl.rules.RuleCase.dangerous;
import static dev.lacuna.ddl.rules.RuleCase.silent;

import dev.lacuna.ddl.Orders;
import java.util.List;

/** The rules on PostgreSQL: each speaks where it should, and keeps quiet beside it. */
final class PostgresRuleCases {

  private static final Orders PG10 = Orders.onPostgresql("10.23");
  private static final Orders PG12 = Orders.onPostgresql("12.22");
  private static final Orders PG17 = Orders.onPostgresql("17.7");
  private static final Orders PG18 = Orders.onPostgresql("18.6");

  private PostgresRuleCases() {}

  static List<RuleCase> columns() {
    return List.of(
        dangerous(
            "add-column-volatile-default",
            PG18,
            "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()"),
        silent(
            "add-column-volatile-default",
            PG18,
            "ALTER TABLE orders ADD COLUMN at timestamptz DEFAULT now()"),
        dangerous(
            "add-column-default-rewrites", PG10, "ALTER TABLE orders ADD COLUMN n int DEFAULT 1"),
        silent("add-column-default-rewrites", PG12, "ALTER TABLE orders ADD n int DEFAULT 1"),
        dangerous("add-column-serial", PG18, "ALTER TABLE orders ADD COLUMN n bigserial"),
        dangerous(
            "add-column-serial",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int GENERATED ALWAYS AS IDENTITY"),
        silent("add-column-serial", PG18, "ALTER TABLE orders ADD COLUMN n bigint"),
        dangerous(
            "add-column-generated-stored",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int GENERATED ALWAYS AS (quantity * 2) STORED"),
        silent(
            "add-column-generated-stored",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int GENERATED ALWAYS AS (quantity * 2) VIRTUAL"),
        dangerous(
            "add-column-constrained-domain",
            PG18.withDomain("email", "((VALUE ~ '@'::text))"),
            "ALTER TABLE orders ADD COLUMN mail email"),
        silent(
            "add-column-constrained-domain",
            PG18.withDomain("email"),
            "ALTER TABLE orders ADD COLUMN mail email"),
        dangerous(
            "add-column-not-null-without-default",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int NOT NULL"),
        silent(
            "add-column-not-null-without-default",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int NOT NULL DEFAULT 0"),
        dangerous(
            "add-column-inline-check", PG18, "ALTER TABLE orders ADD COLUMN n int CHECK (n > 0)"),
        silent("add-column-inline-check", PG18, "ALTER TABLE orders ADD COLUMN n int"),
        dangerous("add-column-inline-unique", PG18, "ALTER TABLE orders ADD COLUMN n int UNIQUE"),
        silent("add-column-inline-unique", PG18, "ALTER TABLE orders ADD COLUMN n int"),
        dangerous(
            "add-column-inline-primary-key",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        silent("add-column-inline-primary-key", PG18, "ALTER TABLE orders ADD COLUMN n int"),
        caution(
            "add-column-inline-references",
            PG18,
            "ALTER TABLE orders ADD COLUMN shop_id int REFERENCES shops"),
        dangerous(
            "add-column-inline-references",
            PG18,
            "ALTER TABLE orders ADD COLUMN shop_id int DEFAULT 1 REFERENCES shops"),
        silent("add-column-inline-references", PG18, "ALTER TABLE orders ADD COLUMN shop_id int"),
        dangerous(
            "change-column-type", PG18, "ALTER TABLE orders ALTER COLUMN quantity TYPE bigint"),
        silent("change-column-type", PG18, "ALTER TABLE orders ALTER COLUMN note TYPE varchar(80)"),
        dangerous(
            "change-column-type",
            PG18,
            "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz"),
        silent(
            "change-column-type",
            PG18.inUtc(),
            "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz"),
        dangerous(
            "change-column-type",
            PG18.inUtc(),
            "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz(3)"),
        dangerous(
            "change-column-type-rechecks",
            PG18,
            "ALTER TABLE orders ALTER COLUMN body TYPE varchar(400)"),
        silent(
            "change-column-type-rechecks",
            PG18,
            "ALTER TABLE orders ALTER COLUMN note TYPE varchar(400)"),
        dangerous(
            "set-expression-rewrites",
            PG18,
            "ALTER TABLE orders ALTER COLUMN doubled SET EXPRESSION AS (quantity * 3)"),
        silent("set-expression-rewrites", PG18, "ALTER TABLE orders ALTER doubled DROP EXPRESSION"),
        caution("drop-column", PG18, "ALTER TABLE orders DROP COLUMN note"),
        silent("drop-column", PG18, "ALTER TABLE orders DROP COLUMN IF EXISTS absent"),
        caution("rename-column", PG18, "ALTER TABLE orders RENAME COLUMN note TO remark"),
        silent("rename-column", PG18, "ALTER TABLE orders ALTER COLUMN note SET STATISTICS 500"),
        advice(
            "default-for-new-rows-only",
            PG18,
            "ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x'"),
        silent(
            "default-for-new-rows-only", PG18, "ALTER TABLE orders ALTER COLUMN note DROP DEFAULT"),
        advice(
            "logical-replication-lacks-ddl",
            PG18.replicated(),
            "ALTER TABLE orders ADD COLUMN n int"),
        silent("logical-replication-lacks-ddl", PG18, "ALTER TABLE orders ADD COLUMN n int"));
  }

  static List<RuleCase> constraints() {
    return List.of(
        dangerous("set-not-null-scans", PG18, "ALTER TABLE orders ALTER COLUMN note SET NOT NULL"),
        silent("set-not-null-scans", PG12, "ALTER TABLE orders ALTER COLUMN body SET NOT NULL"),
        dangerous("set-not-null-scans", PG10, "ALTER TABLE orders ALTER body SET NOT NULL"),
        dangerous(
            "add-not-null-constraint-scans",
            PG18,
            "ALTER TABLE orders ADD CONSTRAINT note_set NOT NULL note"),
        silent(
            "add-not-null-constraint-scans",
            PG18,
            "ALTER TABLE orders ADD CONSTRAINT note_set NOT NULL note NOT VALID"),
        dangerous(
            "add-check-constraint", PG18, "ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0)"),
        silent(
            "add-check-constraint",
            PG18,
            "ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID"),
        dangerous(
            "add-foreign-key",
            PG18,
            "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id)"),
        silent(
            "add-foreign-key",
            PG18,
            "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID"),
        dangerous("add-unique-constraint", PG18, "ALTER TABLE orders ADD UNIQUE (total)"),
        silent(
            "add-unique-constraint",
            PG18,
            "ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_note_key"),
        dangerous("add-primary-key", PG18, "ALTER TABLE orders ADD PRIMARY KEY (id)"),
        silent(
            "add-primary-key",
            PG18,
            "ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_id_key"),
        dangerous(
            "primary-key-using-nullable-index",
            PG18,
            "ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_note_key"),
        silent(
            "primary-key-using-nullable-index",
            PG18,
            "ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_id_key"),
        dangerous(
            "add-exclusion-constraint",
            PG18,
            "ALTER TABLE orders ADD CONSTRAINT x EXCLUDE USING gist (note WITH =)"),
        silent("add-exclusion-constraint", PG18, "ALTER TABLE orders ADD UNIQUE (total)"),
        caution(
            "drop-foreign-key-locks-parent",
            PG18,
            "ALTER TABLE orders DROP CONSTRAINT orders_customer_fkey"),
        caution(
            "drop-foreign-key-locks-parent", PG18, "ALTER TABLE orders DROP COLUMN customer_id"),
        silent("drop-foreign-key-locks-parent", PG18, "ALTER TABLE orders DROP COLUMN note"),
        dangerous(
            "domain-constraint-scans", PG18, "ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%')"),
        silent(
            "domain-constraint-scans",
            PG18,
            "ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%') NOT VALID"),
        dangerous(
            "validate-in-same-transaction",
            PG18,
            "BEGIN; ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;"
                + " ALTER TABLE orders VALIDATE CONSTRAINT c"),
        silent("validate-in-same-transaction", PG18, "ALTER TABLE orders VALIDATE CONSTRAINT c"),
        dangerous(
            "lock-held-while-working",
            PG18,
            "BEGIN; ALTER TABLE orders ADD COLUMN n int;"
                + " ALTER TABLE orders VALIDATE CONSTRAINT c"),
        silent("lock-held-while-working", PG18, "ALTER TABLE orders VALIDATE CONSTRAINT c"),
        caution("drop-primary-key", PG18, "ALTER TABLE orders DROP CONSTRAINT orders_pkey"),
        silent("drop-primary-key", PG18, "ALTER TABLE orders DROP CONSTRAINT body_not_null"),
        dangerous(
            "stalls-table",
            PG18,
            "ALTER TABLE orders ALTER CONSTRAINT orders_customer_fkey ENFORCED"),
        silent("stalls-table", PG18, "ALTER TABLE orders ADD COLUMN n int"));
  }

  static List<RuleCase> indexes() {
    return List.of(
        dangerous("create-index-blocks-writes", PG18, "CREATE INDEX i ON orders (note)"),
        silent("create-index-blocks-writes", PG18, "CREATE INDEX CONCURRENTLY i ON orders (note)"),
        silent(
            "create-index-blocks-writes",
            PG18,
            "CREATE TABLE orders (note text); CREATE INDEX i ON orders (note)"),
        dangerous(
            "concurrently-in-transaction",
            PG18,
            "BEGIN; CREATE INDEX CONCURRENTLY i ON orders (note)"),
        silent("concurrently-in-transaction", PG18, "CREATE INDEX CONCURRENTLY i ON orders (note)"),
        caution(
            "concurrently-on-partitioned",
            PG18.partitioned(3),
            "CREATE INDEX CONCURRENTLY i ON orders (note)"),
        silent("concurrently-on-partitioned", PG18, "CREATE INDEX CONCURRENTLY i ON orders (note)"),
        caution("drop-index-blocks", PG18, "DROP INDEX orders_note_key"),
        silent("drop-index-blocks", PG18, "DROP INDEX CONCURRENTLY orders_note_key"),
        dangerous("reindex-blocks", PG18, "REINDEX TABLE orders"),
        silent("reindex-blocks", PG18, "REINDEX TABLE CONCURRENTLY orders"),
        advice(
            "index-in-same-step",
            PG18,
            "ALTER TABLE orders ADD COLUMN n int; CREATE INDEX CONCURRENTLY i ON orders (n)"),
        silent("index-in-same-step", PG18, "CREATE INDEX CONCURRENTLY i ON orders (note)"),
        silent(
            "index-in-same-step",
            PG18,
            "ALTER TABLE orders ADD n int DEFAULT 1; CREATE INDEX CONCURRENTLY i ON orders (n)"),
        advice(
            "foreign-key-without-index",
            PG18,
            "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID"),
        advice(
            "foreign-key-without-index",
            PG18,
            "ALTER TABLE orders ADD COLUMN shop_id int REFERENCES shops"),
        silent(
            "foreign-key-without-index",
            PG18,
            "ALTER TABLE orders ADD FOREIGN KEY (note) REFERENCES notes NOT VALID"));
  }

  static List<RuleCase> tables() {
    return List.of(
        caution("too-many-columns", PG18.withNumbers(1600), "ALTER TABLE orders ADD COLUMN n int"),
        advice("too-many-columns", PG18.withNumbers(1590), "ALTER TABLE orders ADD COLUMN n int"),
        silent("too-many-columns", PG18.withNumbers(1600), "ALTER TABLE orders DROP COLUMN note"),
        caution(
            "trigger-names-column",
            PG18.withTrigger("set_total", "NEW.total := NEW.quantity * 2"),
            "ALTER TABLE orders DROP COLUMN quantity"),
        silent(
            "trigger-names-column",
            PG18.withTrigger("set_total", "NEW.total := NEW.quantity_ordered * 2"),
            "ALTER TABLE orders DROP COLUMN quantity"),
        caution("drop-schema", PG18, "DROP SCHEMA shop CASCADE"),
        silent("drop-schema", PG18, "DROP VIEW newest"),
        caution("rename-schema", PG18, "ALTER SCHEMA shop RENAME TO store"),
        silent("rename-schema", PG18, "ALTER SCHEMA shop OWNER TO ada"),
        caution("cascade-reaches-others", PG18, "DROP TYPE mood CASCADE"),
        caution("cascade-reaches-others", PG18, "DROP TABLE orders CASCADE"),
        caution("cascade-reaches-others", PG18, "TRUNCATE orders RESTART IDENTITY CASCADE"),
        silent("cascade-reaches-others", PG18, "DROP TYPE mood"),
        dangerous("set-logged-rewrites", PG18, "ALTER TABLE orders SET UNLOGGED"),
        silent("set-logged-rewrites", PG18, "ALTER TABLE orders SET LOGGED"),
        dangerous("set-tablespace-copies", PG18, "ALTER TABLE orders SET TABLESPACE fast"),
        silent("set-tablespace-copies", PG18, "ALTER TABLE orders SET (fillfactor = 70)"),
        dangerous("table-rewrite-command", PG18, "VACUUM FULL orders"),
        silent("table-rewrite-command", PG18, "REFRESH MATERIALIZED VIEW CONCURRENTLY sums"),
        caution(
            "attach-partition-scans",
            PG18.partitioned(3),
            "ALTER TABLE orders ATTACH PARTITION old FOR VALUES FROM (1) TO (2)"),
        silent("attach-partition-scans", PG18, "ALTER TABLE orders DETACH PARTITION old"),
        caution(
            "detach-partition-blocks",
            PG18.partitioned(3),
            "ALTER TABLE orders DETACH PARTITION old"),
        silent(
            "detach-partition-blocks",
            PG18.partitioned(3),
            "ALTER TABLE orders DETACH PARTITION old CONCURRENTLY"),
        caution(
            "create-partition-locks-parent",
            PG18,
            "CREATE TABLE old PARTITION OF orders FOR VALUES FROM (1) TO (2)"),
        silent("create-partition-locks-parent", PG18, "CREATE TABLE old (LIKE orders)"),
        caution(
            "partitioned-alter-locks-all",
            PG18.partitioned(3),
            "ALTER TABLE orders ADD COLUMN n int"),
        silent("partitioned-alter-locks-all", PG18, "ALTER TABLE orders ADD COLUMN n int"),
        silent(
            "partitioned-alter-locks-all",
            PG18.partitioned(3),
            "ALTER TABLE orders DETACH PARTITION orders_1"),
        silent(
            "partitioned-alter-locks-all",
            PG10.partitioned(3),
            "ALTER TABLE orders ATTACH PARTITION orders_4 FOR VALUES FROM (3) TO (4)"),
        caution("lock-queue-now", PG18.heldFor(95), "ALTER TABLE orders ADD COLUMN n int"),
        silent("lock-queue-now", PG18.heldFor(2), "ALTER TABLE orders ADD COLUMN n int"),
        caution("rename-table", PG18, "ALTER TABLE orders RENAME TO purchases"),
        silent("rename-table", PG18, "ALTER TABLE orders OWNER TO clerk"),
        caution("drop-table", PG18, "DROP TABLE orders"),
        silent("drop-table", PG18, "DROP VIEW orders"),
        caution("truncate", PG18, "TRUNCATE orders"),
        silent("truncate", PG18, "DROP TABLE orders"),
        advice("standby-replays-lock", PG18.replicated(), "ALTER TABLE orders ADD COLUMN n int"),
        silent(
            "standby-replays-lock", PG18.replicated(), "ALTER TABLE orders SET (fillfactor = 70)"),
        caution("unknown-statement", PG18, "ALTER TABLE orders FROBNICATE"),
        silent("unknown-statement", PG17, "ALTER TABLE orders ADD COLUMN n int"));
  }

  static List<RuleCase> types() {
    return List.of(
        advice("type-timestamp-without-zone", PG18, "ALTER TABLE orders ADD COLUMN at timestamp"),
        silent("type-timestamp-without-zone", PG18, "ALTER TABLE orders ADD at timestamptz"),
        advice("type-char-n", PG18, "CREATE TABLE t (code char(3))"),
        silent("type-char-n", PG18, "CREATE TABLE t (code text)"),
        advice("type-serial", PG18, "CREATE TABLE t (id bigserial)"),
        silent("type-serial", PG18, "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY)"),
        advice("type-money", PG18, "ALTER TABLE orders ADD COLUMN fee money"),
        silent("type-money", PG18, "ALTER TABLE orders ADD COLUMN fee numeric"),
        advice("type-json", PG18, "ALTER TABLE orders ADD COLUMN doc json"),
        silent("type-json", PG18, "ALTER TABLE orders ADD COLUMN doc jsonb"),
        advice("type-float-for-money", PG18, "ALTER TABLE orders ADD COLUMN unit_price float8"),
        silent("type-float-for-money", PG18, "ALTER TABLE orders ADD COLUMN weight float8"),
        advice(
            "type-int-key",
            PG18,
            "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY)"),
        silent("type-int-key", PG18, "CREATE TABLE t (id bigserial PRIMARY KEY)"));
  }
}
