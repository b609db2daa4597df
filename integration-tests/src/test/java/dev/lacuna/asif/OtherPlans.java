package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;

/**
 * Ways to make a server plan a statement otherwise. What it answers must not depend on them; where
 * it does, the server contradicts itself, and no twin can tell what is right.
 */
final class OtherPlans {

  /** MySQL 9.7 manual, 10.9.2 "Switchable Optimizations". */
  private static final List<String> MYSQL =
      List.of(
          "derived_merge=off",
          "semijoin=off",
          "semijoin=off,materialization=off",
          "semijoin=off,subquery_materialization_cost_based=off",
          "subquery_to_derived=on",
          "derived_condition_pushdown=off",
          "block_nested_loop=off",
          "condition_fanout_filter=off");

  /** MariaDB Server documentation, "optimizer_switch". */
  private static final List<String> MARIADB =
      List.of(
          "derived_merge=off",
          "semijoin=off",
          "semijoin=off,materialization=off",
          "semijoin=off,in_to_exists=off",
          "subquery_cache=off",
          "condition_pushdown_for_derived=off,condition_pushdown_for_subquery=off",
          "derived_with_keys=off,split_materialized=off",
          "outer_join_with_cache=off",
          "table_elimination=off",
          "exists_to_in=off");

  private OtherPlans() {}

  /** Values of {@code optimizer_switch}. */
  static List<String> of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> List.of();
      case MYSQL -> MYSQL;
      case MARIADB -> MARIADB;
    };
  }
}
