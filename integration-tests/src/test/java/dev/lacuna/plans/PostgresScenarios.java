package dev.lacuna.plans;

import java.util.stream.Stream;

/** What happens to plans on PostgreSQL 18 when a column is added, and what does not. */
final class PostgresScenarios {

  /** What is committed but not flushed cannot be marked as visible to all by a VACUUM. */
  private static final String FLUSH = "SET synchronous_commit = on";

  /** An autovacuum at a moment of its own would renew statistics, and settle what has shifted. */
  private static final String QUIET = " WITH (autovacuum_enabled = off)";

  private static final String ORDERS =
      "CREATE TABLE orders (id int PRIMARY KEY, customer_id int, status text, total int)" + QUIET;
  private static final String ROWS =
      "INSERT INTO orders SELECT i, i % 500, CASE WHEN i % 400 = 0 THEN 'rare' ELSE 'paid' END, i"
          + " FROM generate_series(1, 20000) i";
  private static final String COVERING =
      "CREATE INDEX o_cov ON orders (customer_id) INCLUDE (id, status, total)";
  private static final String CUSTOMERS =
      "CREATE TABLE customers (id int PRIMARY KEY, name text)" + QUIET;
  private static final String CUSTOMER_ROWS =
      "INSERT INTO customers SELECT i, 'c' || i FROM generate_series(1, 500) i";
  private static final String VACUUM = "VACUUM ANALYZE";

  private static final String STAR = "SELECT * FROM orders WHERE customer_id = ?";
  private static final String NAMED = "SELECT id, total FROM orders WHERE customer_id = ?";
  private static final String ADD = "ALTER TABLE orders ADD COLUMN region text";

  /** So many calls more, and the values of one of them are looked at. */
  private static final int SAMPLED_ANEW = 50;

  private static final String END_OTHERS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
  private static final String FILL = "UPDATE orders SET region = 'north'";
  private static final String TABLE = "public.orders";

  private PostgresScenarios() {}

  private static Scenario.Builder orders(String name) {
    return Scenario.named(name)
        .schema(FLUSH, ORDERS, ROWS, COVERING, CUSTOMERS, CUSTOMER_ROWS, VACUUM);
  }

  static Stream<Scenario> shifts() {
    return Stream.concat(atOnce(), later()).map(Scenario.Builder::build);
  }

  private static Stream<Scenario.Builder> atOnce() {
    return Stream.of(
        orders("covering_lost_here")
            .query(STAR, 7)
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_elsewhere")
            .query(STAR, 7)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_while_the_agent_has_no_connection")
            .query(STAR, 7)
            .elsewhere(END_OTHERS)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_as_another_value_comes")
            .query(STAR, 7)
            .elsewhere(ADD)
            .hereAgainAndAgain(SAMPLED_ANEW, STAR, 9)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_text_with_constants")
            .query("SELECT * FROM orders WHERE customer_id = 7")
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_two_columns_in_one_statement")
            .query(STAR, 7)
            .here("ALTER TABLE orders ADD COLUMN region text, ADD COLUMN zone int")
            .shifts(0, TABLE, "region,zone", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_with_a_default")
            .query(STAR, 7)
            .here("ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 'none'")
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_in_list")
            .query("SELECT * FROM orders WHERE customer_id IN (7, 8, 9)")
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_server_prepared")
            .url("&prepareThreshold=1")
            .query(STAR, 7)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_simple_protocol")
            .url("&preferQueryMode=simple")
            .query(STAR, 7)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_through_a_pool")
            .way(Scenario.Way.POOLED)
            .query(STAR, 7)
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_through_lacuna")
            .way(Scenario.Way.LACUNA)
            .query("SELECT id, region FROM orders WHERE customer_id = ?", 7)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_in_a_join")
            .query(
                "SELECT o.* FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = ?",
                7)
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "covering-lost"),
        orders("covering_lost_in_a_sub_select")
            .query("SELECT s.id FROM (SELECT * FROM orders WHERE customer_id = ? OFFSET 0) s", 7)
            .query("SELECT s FROM (SELECT * FROM orders WHERE customer_id = ?) s", 7)
            .here(ADD)
            .shifts(1, TABLE, "region", "add-column", "in-process", "covering-lost"),
        Scenario.named("covering_lost_in_another_schema")
            .schema(
                FLUSH,
                "CREATE SCHEMA shop",
                ORDERS,
                ROWS,
                COVERING,
                CUSTOMERS,
                CUSTOMER_ROWS,
                VACUUM)
            .url("&currentSchema=shop")
            .query(STAR, 7)
            .elsewhere("ALTER TABLE shop.orders ADD COLUMN region text")
            .shifts(0, "shop.orders", "region", "add-column", "catalog", "covering-lost"),
        orders("covering_lost_in_a_do_block")
            .query(STAR, 7)
            .elsewhere("DO $$ BEGIN ALTER TABLE orders ADD COLUMN region text; END $$")
            .shifts(0, TABLE, "region", "add-column", "catalog", "covering-lost"),
        Scenario.named("covering_lost_in_partitions")
            .schema(
                FLUSH,
                "CREATE TABLE events (day date, kind int, body int) PARTITION BY RANGE (day)",
                "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO"
                    + " ('2026-02-01')"
                    + QUIET,
                "CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO"
                    + " ('2026-03-01')"
                    + QUIET,
                "INSERT INTO events SELECT DATE '2026-01-01' + i % 58, i % 500, i FROM"
                    + " generate_series(1, 20000) i",
                "CREATE INDEX e_cov ON events (kind) INCLUDE (day, body)",
                VACUUM)
            .query("SELECT * FROM events WHERE kind = ?", 7)
            .here("ALTER TABLE events ADD COLUMN region text")
            .shifts(0, "public.events", "region", "add-column", "in-process", "covering-lost"),
        orders("rewrite_by_a_volatile_default")
            .query(NAMED, 7)
            .here("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()")
            .shifts(0, TABLE, "token", "add-column", "in-process", "covering-lost"),
        orders("name_becomes_ambiguous")
            .query(
                "SELECT name FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.id = ?",
                7)
            .elsewhere("ALTER TABLE orders ADD COLUMN name text")
            .shifts(0, TABLE, "name", "add-column", "catalog", "plan-unobtainable"),
        orders("union_of_stars_is_refused")
            .schema("CREATE TABLE archive AS SELECT * FROM orders WHERE id < 100")
            .query(STAR + " UNION ALL SELECT * FROM archive", 7)
            .elsewhere(ADD)
            .shifts(0, TABLE, "region", "add-column", "catalog", "plan-unobtainable"),
        orders("insert_of_a_star_is_refused")
            .schema("CREATE TABLE archive AS SELECT * FROM orders WHERE id < 100")
            .query("INSERT INTO archive SELECT * FROM orders WHERE customer_id = ?", 7)
            .here(ADD)
            .shifts(0, TABLE, "region", "add-column", "in-process", "plan-unobtainable"),
        orders("natural_join_joins_by_more")
            .schema("ALTER TABLE customers RENAME id TO customer_id")
            .query("SELECT id FROM orders NATURAL JOIN customers WHERE customer_id = ?", 7)
            .elsewhere("ALTER TABLE orders ADD COLUMN name text")
            .shifts(0, TABLE, "name", "add-column", "catalog", "covering-lost"));
  }

  private static Stream<Scenario.Builder> later() {
    return Stream.of(
        orders("backfill_clears_visibility")
            .query(NAMED, 7)
            .elsewhere(ADD)
            .pause()
            .elsewhere(FILL)
            .elsewhere("ANALYZE orders")
            .shifts(0, TABLE, "region", "backfill", "catalog", "covering-lost"),
        orders("wide_backfill_shows_before_an_analyze")
            .query(NAMED, 7)
            .elsewhere(ADD)
            .pause()
            .elsewhere("UPDATE orders SET region = repeat('x', 400)")
            .shifts(0, TABLE, "region", "backfill", "catalog", "covering-lost"),
        orders("backfill_through_a_view")
            .schema("CREATE VIEW v AS SELECT id, customer_id, total FROM orders")
            .query("SELECT id, total FROM v WHERE customer_id = ?", 7)
            .elsewhere(ADD)
            .pause()
            .elsewhere(FILL)
            .elsewhere("ANALYZE orders")
            .shifts(0, TABLE, "region", "backfill", "catalog", "covering-lost"),
        Scenario.named("new_index_captures_a_count")
            .schema(
                FLUSH,
                "CREATE TABLE wide (id int PRIMARY KEY, body text)" + QUIET,
                "INSERT INTO wide SELECT i, repeat('b', 300) FROM generate_series(1, 20000) i",
                VACUUM)
            .query("SELECT count(*) FROM wide")
            .elsewhere("ALTER TABLE wide ADD COLUMN region smallint")
            .pause()
            .elsewhere("CREATE INDEX w_region ON wide (region)")
            .shifts(0, "public.wide", "region", "index", "catalog", "index-swap"),
        orders("index_dropped_after_the_column_came")
            .query("SELECT id FROM orders WHERE customer_id = ?", 7)
            .elsewhere(ADD)
            .pause()
            .elsewhere("DROP INDEX o_cov")
            .shifts(0, TABLE, "region", "index", "catalog", "seq-scan"),
        orders("index_created_here")
            .query("SELECT id FROM orders WHERE status = ? AND total = ?", "rare", 400)
            .here(ADD)
            .pause()
            .here("CREATE INDEX o_status ON orders (status, total)")
            .shifts(0, TABLE, "region", "index", "in-process", "index-gained"),
        indexDropped("write_loses_its_index", "seq-scan")
            .query("UPDATE orders SET total = total WHERE customer_id = ?", 7),
        indexDropped("order_loses_its_index", "sort-added")
            .schema("CREATE INDEX o_customer ON orders (customer_id)", "DROP INDEX o_cov")
            .schema("CREATE INDEX o_cov ON orders (customer_id, total, id)", VACUUM)
            .query("SELECT id FROM orders WHERE customer_id = ? ORDER BY total", 7),
        indexDropped("join_loses_its_index", "join-method")
            .query(
                "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"
                    + " WHERE c.id < ?",
                5));
  }

  private static Scenario.Builder indexDropped(String name, String kind) {
    return orders(name)
        .elsewhere(ADD)
        .pause()
        .elsewhere("DROP INDEX o_cov")
        .shifts(0, TABLE, "region", "index", "catalog", kind);
  }

  static Stream<Scenario> none() {
    return Stream.of(
            orders("named_columns_and_a_plain_column").query(NAMED, 7).here(ADD),
            orders("column_of_another_table")
                .query(STAR, 7)
                .here("ALTER TABLE customers ADD COLUMN region text"),
            orders("index_on_a_table_without_a_new_column")
                .query("SELECT id FROM orders WHERE total = ?", 7)
                .here("CREATE INDEX o_total ON orders (total)"),
            orders("index_dropped_without_a_new_column")
                .query(NAMED, 7)
                .elsewhere("DROP INDEX o_cov"),
            orders("view_with_a_star_of_its_own_time")
                .schema("CREATE VIEW v AS SELECT * FROM orders")
                .query("SELECT * FROM v WHERE customer_id = ?", 7)
                .here(ADD),
            orders("exists_with_a_star")
                .query(
                    "SELECT name FROM customers c WHERE id = ? AND EXISTS"
                        + " (SELECT * FROM orders o WHERE o.customer_id = c.id)",
                    7)
                .here(ADD),
            orders("rolled_back_here").query(STAR, 7).here("BEGIN; " + ADD + "; ROLLBACK"),
            orders("rolled_back_elsewhere")
                .query(STAR, 7)
                .elsewhere("BEGIN; " + ADD + "; ROLLBACK"),
            orders("temporary_table_of_the_same_name")
                .query(STAR, 7)
                .elsewhere(
                    "CREATE TEMPORARY TABLE orders (id int); ALTER TABLE pg_temp.orders ADD COLUMN"
                        + " region text"),
            orders("no_star_and_a_count").query("SELECT count(id) FROM orders").here(ADD),
            orders("other_default")
                .query(STAR, 7)
                .here("ALTER TABLE orders ALTER total SET DEFAULT 1"),
            orders("comment").query(STAR, 7).here("COMMENT ON TABLE orders IS 'much read'"),
            orders("star_without_a_covering_index")
                .query("SELECT * FROM orders WHERE id = ?", 7)
                .here(ADD),
            orders("whole_table").query("SELECT * FROM orders").here(ADD),
            orders("write_by_key")
                .query("UPDATE orders SET total = ? WHERE id = ?", 7, 7)
                .here(ADD),
            orders("statistics_without_a_new_column").query(STAR, 7).here("ANALYZE orders"),
            orders("traffic_without_a_new_column")
                .query("SELECT id FROM orders WHERE id = ?", 7)
                .elsewhere("INSERT INTO orders SELECT id + 20000, 7, 'paid', 7 FROM orders"),
            orders("insert_without_columns")
                .query(
                    "INSERT INTO orders VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", 7, 7, "x", 7)
                .here(ADD),
            orders("delete_by_key").query("DELETE FROM orders WHERE id = ?", -1).here(ADD),
            orders("index_of_no_use_on_the_new_column")
                .query(NAMED, 7)
                .here(ADD)
                .here("CREATE INDEX o_region ON orders (region)"),
            orders("column_that_is_there_already")
                .query(STAR, 7)
                .hereInVain("ALTER TABLE orders ADD COLUMN total int"),
            orders("column_that_is_not_added_again")
                .query(STAR, 7)
                .here("ALTER TABLE orders ADD COLUMN IF NOT EXISTS total int"),
            orders("table_of_the_same_name_in_another_schema")
                .schema("CREATE SCHEMA other", "CREATE TABLE other.orders (id int)")
                .query(STAR, 7)
                .elsewhere("ALTER TABLE other.orders ADD COLUMN region text"),
            orders("query_of_the_new_column")
                .query(NAMED, 7)
                .hereInVain("SELECT region FROM orders")
                .here(ADD)
                .here("SELECT region FROM orders")
                .here("SELECT region FROM orders WHERE customer_id = 7"),
            otherValues(),
            otherConstants(),
            jitter(),
            orders("no_table_at_all").query("SELECT 1").query("SELECT ?", 1).here(ADD))
        .map(Scenario.Builder::build);
  }

  /** The plan for a rare value is another one than that for a frequent one. */
  private static Scenario.Builder otherValues() {
    return orders("values_that_have_another_plan")
        .schema("CREATE INDEX o_status ON orders (status)", VACUUM)
        .query("SELECT id, total FROM orders WHERE status = ?", "rare")
        .here(ADD)
        .here("SELECT id, total FROM orders WHERE status = ?", "paid")
        .here("SELECT id, total FROM orders WHERE status = ?", "none");
  }

  private static Scenario.Builder otherConstants() {
    Scenario.Builder builder =
        orders("constants_that_differ")
            .query("SELECT id, total FROM orders WHERE customer_id = 7")
            .here(ADD);
    for (int i = 0; i < 30; i++) {
      builder.here("SELECT id, total FROM orders WHERE customer_id = " + i);
    }
    return builder;
  }

  private static Scenario.Builder jitter() {
    Scenario.Builder builder =
        orders("statistics_renewed_25_times")
            .query(NAMED, 7)
            .query("SELECT count(*) FROM orders WHERE status = ?", "rare")
            .query(
                "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"
                    + " WHERE c.id = ?",
                7)
            .here(ADD);
    for (int i = 0; i < 25; i++) {
      builder.elsewhere("ANALYZE orders");
    }
    return builder;
  }
}
