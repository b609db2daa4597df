package dev.lacuna.plans;

import dev.lacuna.engine.Engine;
import java.util.stream.Stream;

/** What happens to plans on MySQL 9.7 and MariaDB 11.8 when a column is added, and what not. */
final class MySqlScenarios {

  private static final String ORDERS =
      "CREATE TABLE orders (id int PRIMARY KEY, customer_id int, status varchar(10), total int)";
  private static final String COVERING =
      "CREATE INDEX o_cov ON orders (customer_id, status, total)";
  private static final String CUSTOMERS =
      "CREATE TABLE customers (id int PRIMARY KEY, name varchar(20))";
  private static final String CUSTOMER_ROWS =
      "INSERT INTO customers WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE"
          + " i < 500) SELECT i, concat('c', i) FROM s";
  private static final String ANALYZE = "ANALYZE TABLE orders, customers";

  private static final String STAR = "SELECT * FROM orders WHERE customer_id = ?";
  private static final String NAMED = "SELECT id, total FROM orders WHERE customer_id = ?";
  private static final String IDS = "SELECT id FROM orders";
  private static final String ADD = "ALTER TABLE orders ADD COLUMN region varchar(20)";
  private static final String IN_PROCESS = "in-process";
  private static final String CATALOG = "catalog";

  private final Engine engine;

  MySqlScenarios(Engine engine) {
    this.engine = engine;
  }

  private Scenario.Builder orders(String name) {
    return tables(name, ORDERS);
  }

  private Scenario.Builder tables(String name, String orders) {
    return Scenario.named(name)
        .schema(
            "SET SESSION "
                + (engine == Engine.MYSQL ? "cte_max_recursion_depth" : "max_recursive_iterations")
                + " = 100000",
            orders,
            "INSERT INTO orders WITH RECURSIVE s (i) AS"
                + " (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 20000)"
                + " SELECT i, i % 500, CASE WHEN i % 400 = 0 THEN 'rare' ELSE 'paid' END, i FROM s",
            COVERING,
            CUSTOMERS,
            CUSTOMER_ROWS,
            ANALYZE);
  }

  private static Scenario.Expected covering(String name, String column, String source) {
    return new Scenario.Expected(
        0, name + ".orders", column, "add-column", source, "covering-lost");
  }

  private Scenario.Builder coveringLost(String name, String source) {
    return orders(name).shifts(covering(name, "region", source));
  }

  Stream<Scenario> shifts() {
    return Stream.concat(atOnce(), later()).map(Scenario.Builder::build);
  }

  private Stream<Scenario.Builder> atOnce() {
    return Stream.of(
        coveringLost("covering_lost_here", IN_PROCESS).query(STAR, 7).here(ADD),
        coveringLost("covering_lost_elsewhere", CATALOG).query(STAR, 7).elsewhere(ADD),
        coveringLost("covering_lost_text_with_constants", IN_PROCESS)
            .query("SELECT * FROM orders WHERE customer_id = 7")
            .here(ADD),
        coveringLost("covering_lost_in_list", CATALOG)
            .query("SELECT * FROM orders WHERE customer_id IN (7, 8, 9)")
            .elsewhere(ADD),
        coveringLost("covering_lost_server_prepared", CATALOG)
            .url("&useServerPrepStmts=true")
            .query(STAR, 7)
            .elsewhere(ADD),
        coveringLost("covering_lost_through_a_pool", IN_PROCESS)
            .way(Scenario.Way.POOLED)
            .query(STAR, 7)
            .here(ADD),
        coveringLost("covering_lost_through_lacuna", CATALOG)
            .way(Scenario.Way.LACUNA)
            .query("SELECT id, region FROM orders WHERE customer_id = ?", 7)
            .elsewhere(ADD),
        coveringLost("covering_lost_in_a_join", CATALOG)
            .query(
                "SELECT o.* FROM customers c JOIN orders o ON o.customer_id = c.id"
                    + " WHERE c.name = ?",
                "c7")
            .elsewhere(ADD),
        coveringLost("covering_lost_in_a_procedure", CATALOG)
            .schema("CREATE PROCEDURE migrate() " + ADD)
            .query(STAR, 7)
            .elsewhere("CALL migrate()"),
        tables("covering_lost_in_partitions", ORDERS + " PARTITION BY HASH (id) PARTITIONS 2")
            .query(STAR, 7)
            .here(ADD)
            .shifts(covering("covering_lost_in_partitions", "region", IN_PROCESS)),
        orders("covering_lost_two_columns_in_one_statement")
            .query(STAR, 7)
            .here("ALTER TABLE orders ADD COLUMN region varchar(20), ADD COLUMN zone int")
            .shifts(
                covering("covering_lost_two_columns_in_one_statement", "region,zone", IN_PROCESS)),
        orders("name_becomes_ambiguous")
            .query(
                "SELECT name FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.id = ?",
                7)
            .elsewhere("ALTER TABLE orders ADD COLUMN name varchar(20)")
            .shifts(
                0,
                "name_becomes_ambiguous.orders",
                "name",
                "add-column",
                CATALOG,
                "plan-unobtainable"),
        coveringLost("covering_lost_by_bytes", CATALOG)
            .schema("ALTER TABLE orders MODIFY status varbinary(10)")
            .query(
                "SELECT * FROM orders WHERE customer_id = ? AND status <> ?", 7, new byte[] {0, -1})
            .elsewhere(ADD),
        coveringLost("covering_lost_by_a_constant_with_quotes", CATALOG)
            .query("SELECT * FROM orders WHERE customer_id = 7 AND status <> 'a\"b'")
            .elsewhere(ADD),
        coveringLost("covering_lost_as_another_value_comes", CATALOG)
            .query(STAR, 7)
            .elsewhere(ADD)
            .hereAgainAndAgain(50, STAR, 9),
        coveringLost("covering_lost_by_a_range", CATALOG)
            .query("SELECT * FROM orders WHERE customer_id BETWEEN ? AND ?", 7, 9)
            .elsewhere(ADD),
        coveringLost("covering_lost_in_order", IN_PROCESS)
            .query("SELECT * FROM orders WHERE customer_id = ? ORDER BY status", 7)
            .here(ADD),
        coveringLost("covering_lost_in_a_union", CATALOG)
            .query(
                "SELECT * FROM orders WHERE customer_id = ? UNION ALL"
                    + " SELECT * FROM orders WHERE customer_id = ?",
                7,
                8)
            .elsewhere(ADD),
        coveringLost("covering_lost_in_a_with_clause", IN_PROCESS)
            .query("WITH o AS (SELECT * FROM orders WHERE customer_id = ?) SELECT * FROM o", 7)
            .here(ADD),
        coveringLost("covering_lost_with_a_default", CATALOG)
            .query(STAR, 7)
            .elsewhere("ALTER TABLE orders ADD COLUMN region varchar(20) NOT NULL DEFAULT 'none'"),
        coveringLost("covering_lost_to_the_first_column", IN_PROCESS)
            .query(STAR, 7)
            .here(ADD + " FIRST"),
        coveringLost("covering_lost_by_a_copy", CATALOG)
            .query(STAR, 7)
            .elsewhere(ADD + ", ALGORITHM=COPY"),
        orders("union_of_stars_is_refused")
            .schema("CREATE TABLE archive AS SELECT * FROM orders WHERE id < 100")
            .query(STAR + " UNION ALL SELECT * FROM archive", 7)
            .elsewhere(ADD)
            .shifts(
                0,
                "union_of_stars_is_refused.orders",
                "region",
                "add-column",
                CATALOG,
                "plan-unobtainable"),
        orders("insert_without_columns_is_refused")
            .query("INSERT IGNORE INTO orders VALUES (?, ?, ?, ?)", 7, 7, "paid", 7)
            .here(ADD)
            .shifts(
                0,
                "insert_without_columns_is_refused.orders",
                "region",
                "add-column",
                IN_PROCESS,
                "plan-unobtainable"));
  }

  private Stream<Scenario.Builder> later() {
    return Stream.of(
        orders("new_index_captures_a_scan")
            .query(IDS)
            .elsewhere("ALTER TABLE orders ADD COLUMN region tinyint")
            .pause()
            .elsewhere("CREATE INDEX o_region ON orders (region)")
            .shifts(
                0, "new_index_captures_a_scan.orders", "region", "index", CATALOG, "index-swap"),
        orders("index_dropped_after_the_column_came")
            .query(NAMED, 7)
            .elsewhere(ADD)
            .pause()
            .elsewhere("DROP INDEX o_cov ON orders")
            .shifts(
                0,
                "index_dropped_after_the_column_came.orders",
                "region",
                "index",
                CATALOG,
                "seq-scan"),
        orders("index_created_here")
            .query("SELECT id FROM orders WHERE total = ? AND status = ?", 400, "rare")
            .here(ADD)
            .pause()
            .here("CREATE INDEX o_total ON orders (total, status)")
            .shifts(0, "index_created_here.orders", "region", "index", IN_PROCESS, "index-swap"),
        indexDropped("write_loses_its_index", "seq-scan")
            .query("UPDATE orders SET total = total WHERE customer_id = ?", 7),
        indexDropped("order_loses_its_index", "sort-added")
            .schema("CREATE INDEX o_customer ON orders (customer_id)")
            .query("SELECT id FROM orders WHERE customer_id = ? ORDER BY status, total", 7),
        indexDropped("join_loses_its_index", "seq-scan")
            .query(
                "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"
                    + " WHERE c.id < ?",
                20));
  }

  private Scenario.Builder indexDropped(String name, String kind) {
    return orders(name)
        .elsewhere(ADD)
        .pause()
        .elsewhere("DROP INDEX o_cov ON orders")
        .shifts(0, name + ".orders", "region", "index", CATALOG, kind);
  }

  Stream<Scenario> none() {
    return Stream.of(
            orders("named_columns_and_a_plain_column").query(NAMED, 7).here(ADD),
            orders("column_of_another_table")
                .query(STAR, 7)
                .here("ALTER TABLE customers ADD COLUMN region varchar(20)"),
            orders("index_dropped_without_a_new_column")
                .query(NAMED, 7)
                .elsewhere("DROP INDEX o_cov ON orders"),
            orders("view_with_a_star_of_its_own_time")
                .schema("CREATE VIEW v AS SELECT * FROM orders")
                .query("SELECT * FROM v WHERE customer_id = ?", 7)
                .here(ADD),
            orders("temporary_table_of_the_same_name")
                .query(STAR, 7)
                .elsewhere("CREATE TEMPORARY TABLE orders (id int)"),
            orders("other_default")
                .query(STAR, 7)
                .here("ALTER TABLE orders ALTER COLUMN total SET DEFAULT 1"),
            orders("star_without_a_covering_index")
                .query("SELECT * FROM orders WHERE id = ?", 7)
                .here(ADD),
            orders("write_by_key")
                .query("UPDATE orders SET total = ? WHERE id = ?", 7, 7)
                .here(ADD),
            orders("backfill_without_a_matter")
                .query(NAMED, 7)
                .elsewhere(ADD)
                .elsewhere("UPDATE orders SET region = 'north'")
                .elsewhere(ANALYZE),
            orders("statistics_without_a_new_column").query(STAR, 7).here(ANALYZE),
            orders("traffic_without_a_new_column")
                .query(STAR, 7)
                .elsewhere("INSERT INTO orders SELECT id + 20000, 7, 'paid', 7 FROM orders"),
            orders("join_of_named_columns")
                .query(
                    "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"
                        + " WHERE c.id = ?",
                    7)
                .here(ADD)
                .here("ALTER TABLE customers ADD COLUMN region varchar(20)"),
            orders("exists_with_a_star")
                .query(
                    "SELECT name FROM customers c WHERE id = ? AND EXISTS"
                        + " (SELECT * FROM orders o WHERE o.customer_id = c.id)",
                    7)
                .here(ADD),
            orders("no_star_and_a_count")
                .query("SELECT count(*) FROM orders WHERE customer_id = ?", 7)
                .here(ADD),
            orders("whole_table")
                .query("SELECT * FROM customers")
                .here("ALTER TABLE customers ADD COLUMN region varchar(20)"),
            orders("insert_with_its_columns")
                .query(
                    "INSERT IGNORE INTO orders (id, customer_id, status, total)"
                        + " VALUES (?, ?, ?, ?)",
                    7,
                    7,
                    "paid",
                    7)
                .here(ADD),
            orders("delete_by_key").query("DELETE FROM orders WHERE id = ?", -1).here(ADD),
            orders("index_of_no_use_on_the_new_column")
                .query(NAMED, 7)
                .here(ADD)
                .here("CREATE INDEX o_region ON orders (region)"),
            orders("column_that_is_there_already")
                .query(STAR, 7)
                .hereInVain("ALTER TABLE orders ADD COLUMN total int"),
            orders("comment").query(STAR, 7).here("ALTER TABLE orders COMMENT 'much read'"),
            orders("table_of_the_same_name_in_another_database")
                .query(STAR, 7)
                .elsewhere("CREATE DATABASE the_other_database")
                .elsewhere("CREATE TABLE the_other_database.orders AS SELECT * FROM orders")
                .elsewhere("ALTER TABLE the_other_database.orders ADD COLUMN region int")
                .elsewhere("DROP DATABASE the_other_database"),
            orders("query_of_the_new_column")
                .query(NAMED, 7)
                .hereInVain("SELECT region FROM orders")
                .here(ADD)
                .here("SELECT region FROM orders")
                .here("SELECT region FROM orders WHERE customer_id = 7"),
            otherValues(),
            otherConstants(),
            jitter())
        .map(Scenario.Builder::build);
  }

  /** The plan for a rare value is another one than that for a frequent one. */
  private Scenario.Builder otherValues() {
    return orders("values_that_have_another_plan")
        .schema("CREATE INDEX o_status ON orders (status)", ANALYZE)
        .query("SELECT id, total FROM orders WHERE status = ?", "rare")
        .here(ADD)
        .here("SELECT id, total FROM orders WHERE status = ?", "paid")
        .here("SELECT id, total FROM orders WHERE status = ?", "none");
  }

  private Scenario.Builder otherConstants() {
    Scenario.Builder builder =
        orders("constants_that_differ")
            .query("SELECT id, total FROM orders WHERE customer_id = 7")
            .here(ADD);
    for (int i = 0; i < 30; i++) {
      builder.here("SELECT id, total FROM orders WHERE customer_id = " + i);
    }
    return builder;
  }

  private Scenario.Builder jitter() {
    Scenario.Builder builder =
        orders("statistics_renewed_25_times")
            .query(NAMED, 7)
            .query(IDS)
            .query(
                "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id"
                    + " WHERE c.id = ?",
                7)
            .here(ADD);
    for (int i = 0; i < 25; i++) {
      builder.elsewhere(ANALYZE);
    }
    return builder;
  }
}
