package dev.lacuna.verdicts;

import java.util.List;
import java.util.stream.Stream;

/** The statements that verdicts are tried with on PostgreSQL. */
final class PostgresStatements {

  private PostgresStatements() {}

  static List<PostgresStatement> all() {
    return Stream.of(
            addColumn(), changeColumn(), constraints(), indexes(), tables(), others(), alone())
        .flatMap(List::stream)
        .toList();
  }

  private static PostgresStatement sql(String sql) {
    return new PostgresStatement(10, false, "orders", sql);
  }

  private static PostgresStatement orders(String action) {
    return sql("ALTER TABLE orders " + action);
  }

  private static PostgresStatement alone(String table, String sql) {
    return new PostgresStatement(10, true, table, sql);
  }

  private static List<PostgresStatement> addColumn() {
    return List.of(
        orders("ADD COLUMN n int"),
        orders("ADD COLUMN IF NOT EXISTS note text"),
        orders("ADD COLUMN IF NOT EXISTS n int"),
        orders("ADD COLUMN n int DEFAULT 7"),
        orders("ADD COLUMN n int NOT NULL DEFAULT 7"),
        orders("ADD COLUMN n int NOT NULL").failingWith("23502"),
        orders("ADD COLUMN n timestamptz DEFAULT now()"),
        orders("ADD COLUMN n timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP"),
        orders("ADD COLUMN n text DEFAULT 'a' || 'b'"),
        orders("ADD COLUMN n int DEFAULT NULL"),
        orders("ADD COLUMN n int DEFAULT steady()"),
        orders("ADD COLUMN n int DEFAULT unsteady()"),
        orders("ADD COLUMN n float8 DEFAULT random()"),
        orders("ADD COLUMN n timestamptz DEFAULT clock_timestamp()"),
        orders("ADD COLUMN n uuid DEFAULT gen_random_uuid()").from(15),
        orders("ADD COLUMN n serial"),
        orders("ADD COLUMN n bigserial"),
        orders("ADD COLUMN n int GENERATED ALWAYS AS IDENTITY"),
        sql("ALTER TABLE keyless ADD COLUMN n int GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
            .on("keyless"),
        orders("ADD COLUMN n int GENERATED ALWAYS AS (quantity * 2) STORED").from(12),
        orders("ADD COLUMN n int GENERATED ALWAYS AS (quantity * 2) VIRTUAL").from(18),
        orders("ADD COLUMN n int GENERATED ALWAYS AS (quantity * 2)").from(18),
        orders("ADD COLUMN n email"),
        orders("ADD COLUMN n email DEFAULT 'x'"),
        orders("ADD COLUMN n plain"),
        orders("ADD COLUMN n plain DEFAULT 'x'"),
        orders("ADD COLUMN n int CHECK (n > 0)"),
        orders("ADD COLUMN n int DEFAULT 1 CHECK (n > 0)"),
        orders("ADD COLUMN n int UNIQUE"),
        orders("ADD COLUMN n bigint REFERENCES customers"),
        orders("ADD COLUMN n bigint DEFAULT 1 REFERENCES customers"),
        orders("ADD COLUMN n int, ADD COLUMN m int DEFAULT 3"),
        orders("ADD COLUMN n int, ALTER COLUMN note SET NOT NULL"),
        orders("ADD n varchar(10) COLLATE \"C\""),
        orders("ADD COLUMN n int[] DEFAULT '{}'"),
        orders("ADD COLUMN n jsonb NOT NULL DEFAULT '{}'::jsonb"),
        sql("ALTER TABLE events ADD COLUMN n int").on("events"),
        sql("ALTER TABLE base ADD COLUMN n int").on("base"),
        sql("ALTER TABLE ONLY stray ADD COLUMN n int").on("stray"),
        sql("ALTER TABLE IF EXISTS items ADD COLUMN m int").on("items"));
  }

  private static List<PostgresStatement> changeColumn() {
    return List.of(
        orders("ALTER COLUMN quantity TYPE bigint"),
        orders("ALTER COLUMN quantity TYPE numeric"),
        orders("ALTER COLUMN serial_no SET DATA TYPE text"),
        orders("ALTER COLUMN note TYPE varchar(80)"),
        orders("ALTER COLUMN note TYPE varchar(41)"),
        orders("ALTER COLUMN note TYPE varchar"),
        orders("ALTER COLUMN note TYPE text"),
        orders("ALTER COLUMN note TYPE varchar(20)"),
        orders("ALTER COLUMN note TYPE varchar(80) COLLATE \"C\""),
        orders("ALTER COLUMN note TYPE varchar(80) USING note::varchar(80)"),
        orders("ALTER COLUMN note TYPE varchar(80) USING upper(note)"),
        orders("ALTER COLUMN remark TYPE varchar"),
        orders("ALTER COLUMN remark TYPE varchar(100)"),
        orders("ALTER COLUMN body TYPE varchar"),
        orders("ALTER COLUMN total TYPE numeric(12,2)"),
        orders("ALTER COLUMN total TYPE numeric(12,4)"),
        orders("ALTER COLUMN total TYPE numeric"),
        orders("ALTER COLUMN total TYPE numeric(8,2)"),
        orders("ALTER COLUMN placed_at TYPE timestamptz"),
        orders("ALTER COLUMN placed_at TYPE timestamptz").in("Europe/Vienna"),
        orders("ALTER COLUMN seen_at TYPE timestamp(3)"),
        orders("ALTER COLUMN seen_at TYPE timestamp(3)").in("Europe/Vienna"),
        orders("ALTER COLUMN placed_at TYPE timestamp(3)"),
        orders("ALTER COLUMN seen_at TYPE timestamptz(6)"),
        orders("ALTER COLUMN seen_at TYPE timestamptz"),
        orders("ALTER COLUMN seen_at TYPE timestamptz(1)"),
        orders("ALTER COLUMN flags TYPE varbit(16)"),
        orders("ALTER COLUMN flags TYPE varbit(4)"),
        orders("ALTER COLUMN tags TYPE varchar(20)[]"),
        orders("ALTER COLUMN tags TYPE varchar[]"),
        orders("ALTER COLUMN tags TYPE text[]"),
        orders("ALTER COLUMN net TYPE inet"),
        orders("ALTER COLUMN doc TYPE jsonb"),
        orders("ALTER COLUMN code TYPE char(5)"),
        orders("ALTER COLUMN code TYPE text"),
        orders("ALTER COLUMN serial_no TYPE int"),
        orders("ALTER COLUMN note TYPE email"),
        orders("ALTER COLUMN note SET NOT NULL"),
        orders("ALTER COLUMN body SET NOT NULL"),
        orders("ALTER COLUMN total SET NOT NULL"),
        orders("ALTER COLUMN remark SET NOT NULL"),
        orders("ALTER COLUMN total DROP NOT NULL"),
        orders("ALTER COLUMN note SET DEFAULT 'x'"),
        orders("ALTER COLUMN note DROP DEFAULT"),
        orders("ALTER COLUMN note SET STATISTICS 500"),
        orders("ALTER COLUMN note SET (n_distinct = 5)"),
        orders("ALTER COLUMN note RESET (n_distinct)"),
        orders("ALTER COLUMN note SET STORAGE EXTERNAL"),
        orders("ALTER COLUMN note SET COMPRESSION pglz").from(15),
        orders("ALTER COLUMN doubled SET EXPRESSION AS (pages * 3)").from(17),
        orders("ALTER COLUMN doubled DROP EXPRESSION").from(15),
        sql("ALTER TABLE items ALTER COLUMN n DROP IDENTITY").on("items"),
        sql("ALTER TABLE items ALTER COLUMN n RESTART WITH 100").on("items"),
        sql("ALTER TABLE items ALTER COLUMN n SET GENERATED ALWAYS").on("items"),
        sql("ALTER TABLE mails ALTER COLUMN mail TYPE text").on("mails"),
        orders("DROP COLUMN note"),
        orders("DROP COLUMN IF EXISTS absent"),
        orders("DROP COLUMN customer_id CASCADE"),
        orders("DROP COLUMN quantity CASCADE"),
        orders("RENAME COLUMN note TO remark_2"),
        orders("RENAME note TO remark_2"));
  }

  private static List<PostgresStatement> constraints() {
    return List.of(
        orders("ADD CONSTRAINT c CHECK (quantity > 0)"),
        orders("ADD CHECK (quantity > 0)"),
        orders("ADD CONSTRAINT c CHECK (quantity > 0) NOT VALID"),
        orders("VALIDATE CONSTRAINT pending"),
        orders("VALIDATE CONSTRAINT total_ok"),
        orders("VALIDATE CONSTRAINT shop_pending"),
        orders("VALIDATE CONSTRAINT remark_set").from(18),
        orders("ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops"),
        orders("ADD FOREIGN KEY (shop_id) REFERENCES shops (id) ON DELETE CASCADE"),
        orders("ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops NOT VALID"),
        sql("ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (shop_id) REFERENCES shops")
            .from(12)
            .on("events"),
        sql("ALTER TABLE events ADD FOREIGN KEY (shop_id) REFERENCES shops (id) ON DELETE CASCADE")
            .from(12)
            .on("events"),
        orders("DROP CONSTRAINT orders_customer_fkey"),
        orders("DROP CONSTRAINT total_ok"),
        orders("DROP CONSTRAINT IF EXISTS absent"),
        orders("RENAME CONSTRAINT total_ok TO total_fine"),
        orders("ALTER CONSTRAINT orders_customer_fkey DEFERRABLE"),
        orders("ADD CONSTRAINT n NOT NULL note").from(18),
        orders("ADD CONSTRAINT n NOT NULL note NOT VALID").from(18),
        orders("ADD CONSTRAINT n NOT NULL body").from(18),
        orders("ADD UNIQUE (quantity)"),
        orders("ADD CONSTRAINT u UNIQUE (quantity, note)"),
        orders("ADD CONSTRAINT u UNIQUE USING INDEX orders_note_key"),
        orders("ADD CONSTRAINT u UNIQUE (quantity) DEFERRABLE INITIALLY DEFERRED"),
        orders("ADD CONSTRAINT x EXCLUDE USING btree (quantity WITH =)"),
        sql("ALTER TABLE keyless ADD PRIMARY KEY (id)").on("keyless"),
        sql("ALTER TABLE keyless ADD CONSTRAINT k PRIMARY KEY (other)").on("keyless"),
        sql("ALTER TABLE keyless ADD PRIMARY KEY USING INDEX keyless_id").on("keyless"),
        sql("ALTER TABLE keyless ADD PRIMARY KEY USING INDEX keyless_other").on("keyless"),
        sql("ALTER TABLE items DROP CONSTRAINT items_pkey").on("items"),
        sql("ALTER DOMAIN email ADD CONSTRAINT long CHECK (length(VALUE) < 100)").on("mails"),
        sql("ALTER DOMAIN email SET NOT NULL").on("mails"),
        sql("ALTER DOMAIN email ADD CONSTRAINT long CHECK (length(VALUE) < 100) NOT VALID")
            .on("mails"),
        sql("ALTER DOMAIN email DROP NOT NULL").on("mails"));
  }

  private static List<PostgresStatement> indexes() {
    return List.of(
        sql("CREATE INDEX i ON orders (quantity)"),
        sql("CREATE INDEX ON orders (quantity)"),
        sql("CREATE UNIQUE INDEX i ON orders (quantity)"),
        sql("CREATE INDEX i ON orders USING gin (tags)"),
        sql("CREATE INDEX i ON orders (lower(note)) WHERE quantity > 5"),
        sql("CREATE INDEX IF NOT EXISTS orders_note_key ON orders (note)"),
        sql("CREATE INDEX i ON events (at)").from(12).on("events"),
        sql("CREATE INDEX i ON ONLY events (at)").from(12).on("events"),
        sql("DROP INDEX orders_total_idx"),
        sql("DROP INDEX orders_total_idx, orders_code_idx"),
        sql("ALTER INDEX orders_total_idx RENAME TO orders_total_2"),
        sql("ALTER INDEX orders_total_idx SET (fillfactor = 70)"),
        sql("REINDEX INDEX orders_total_idx"),
        sql("REINDEX TABLE orders"));
  }

  private static List<PostgresStatement> tables() {
    return List.of(
        orders("RENAME TO purchases"),
        orders("OWNER TO CURRENT_USER"),
        orders("SET (fillfactor = 70)"),
        orders("SET (autovacuum_enabled = false)"),
        orders("RESET (fillfactor)"),
        orders("SET LOGGED"),
        sql("ALTER TABLE scratch SET LOGGED").on("scratch"),
        sql("ALTER TABLE keyless SET UNLOGGED").on("keyless"),
        orders("CLUSTER ON orders_total_idx"),
        orders("SET WITHOUT CLUSTER"),
        orders("DISABLE TRIGGER touched"),
        orders("ENABLE ALWAYS TRIGGER touched"),
        orders("DISABLE TRIGGER USER"),
        orders("ENABLE ROW LEVEL SECURITY"),
        orders("FORCE ROW LEVEL SECURITY"),
        orders("REPLICA IDENTITY FULL"),
        orders("REPLICA IDENTITY DEFAULT"),
        sql("ALTER TABLE stray DISABLE RULE quiet").on("stray"),
        sql("ALTER TABLE stray INHERIT base").on("stray"),
        sql("ALTER TABLE derived NO INHERIT base").on("derived"),
        sql("ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM (30) TO (40)")
            .on("events"),
        sql("ALTER TABLE events DETACH PARTITION events_1").on("events"),
        sql("CREATE TABLE events_9 PARTITION OF events FOR VALUES FROM (90) TO (99)").on("events"),
        sql("TRUNCATE stray").on("stray"),
        sql("TRUNCATE TABLE items, stray").on("items"),
        sql("DROP TABLE lines").on("lines"),
        sql("DROP TABLE IF EXISTS stray").on("stray"),
        sql("CLUSTER orders USING orders_total_idx"),
        sql("REFRESH MATERIALIZED VIEW sums").on("sums"),
        sql("REFRESH MATERIALIZED VIEW CONCURRENTLY sums").on("sums"));
  }

  private static List<PostgresStatement> others() {
    return List.of(
        sql("CREATE TABLE fresh (id int)").on("stray"),
        sql("CREATE TABLE fresh (id int PRIMARY KEY, o bigint REFERENCES orders)"),
        sql("CREATE TABLE fresh (LIKE orders INCLUDING ALL)").on("stray"),
        sql("CREATE TABLE fresh AS SELECT * FROM items").on("stray"),
        sql("CREATE TEMP TABLE fresh (id int)").on("stray"),
        sql("CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE PROCEDURE touch()"),
        sql("DROP TRIGGER touched ON orders"),
        sql("ALTER TRIGGER touched ON orders RENAME TO touched_2"),
        sql("ALTER POLICY own ON orders USING (false)"),
        sql("ALTER RULE quiet ON stray RENAME TO silent").on("stray"),
        sql("CREATE POLICY p ON orders USING (true)"),
        sql("DROP POLICY own ON orders"),
        sql("CREATE RULE r AS ON DELETE TO stray DO INSTEAD NOTHING").on("stray"),
        sql("CREATE STATISTICS s ON quantity, shop_id FROM orders"),
        sql("ALTER STATISTICS orders_stats RENAME TO s"),
        sql("CREATE PUBLICATION p FOR TABLE orders"),
        sql("ALTER MATERIALIZED VIEW sums SET (autovacuum_enabled = false)").on("sums"),
        sql("ALTER MATERIALIZED VIEW sums CLUSTER ON sums_key").on("sums"),
        sql("ALTER MATERIALIZED VIEW sums RENAME TO totals").on("sums"),
        sql("DROP MATERIALIZED VIEW sums").on("sums"),
        sql("COMMENT ON TABLE orders IS 'x'"),
        sql("COMMENT ON COLUMN orders.note IS 'x'"),
        sql("CREATE VIEW v AS SELECT id FROM orders"),
        sql("CREATE SEQUENCE s").on("stray"),
        sql("ALTER SEQUENCE items_n_seq CACHE 20").on("items"),
        sql("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM orders'"),
        sql("CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'"),
        sql("DROP FUNCTION unsteady()"),
        sql("CREATE PROCEDURE p() LANGUAGE sql AS 'DELETE FROM stray'").from(12).on("stray"),
        sql("CREATE ROLE clerk").on("stray"),
        sql("CREATE SCHEMA shop").on("stray"),
        sql("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC").on("stray"),
        sql("CREATE TYPE mood AS ENUM ('good')").on("stray"));
  }

  private static List<PostgresStatement> alone() {
    return List.of(
        alone("orders", "CREATE INDEX CONCURRENTLY i ON orders (quantity)"),
        alone("orders", "CREATE UNIQUE INDEX CONCURRENTLY i ON orders (quantity)"),
        alone("orders", "DROP INDEX CONCURRENTLY orders_total_idx"),
        alone("orders", "REINDEX INDEX CONCURRENTLY orders_total_idx").from(12),
        alone("orders", "REINDEX TABLE CONCURRENTLY orders").from(12),
        alone("orders", "VACUUM FULL orders"),
        alone("orders", "VACUUM (FULL, ANALYZE) orders"));
  }
}
