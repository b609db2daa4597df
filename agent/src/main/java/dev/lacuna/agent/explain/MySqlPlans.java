package dev.lacuna.agent.explain;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code EXPLAIN FORMAT=JSON} of MySQL (version 1 of its form: MySQL 9.7 Reference Manual,
 * 15.8.2) and of MariaDB (Knowledge Base, "EXPLAIN FORMAT=JSON"), which say most things alike.
 */
final class MySqlPlans {

  private static final Set<String> SUBQUERIES =
      Set.of(
          "attached_subqueries",
          "select_list_subqueries",
          "having_subqueries",
          "order_by_subqueries",
          "group_by_subqueries",
          "update_value_subqueries",
          "insert_values_subqueries",
          "optimized_away_subqueries",
          "subqueries");

  private static final Set<String> MATERIALIZED =
      Set.of("materialized_from_subquery", "materialized");

  private final MySqlNames names;

  private MySqlPlans(MySqlNames names) {
    this.names = names;
  }

  static PlanNode read(String json, MySqlNames names) {
    JsonObject block =
        JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("query_block");
    return new MySqlPlans(names).block(block);
  }

  private PlanNode block(JsonObject block) {
    List<PlanNode> parts = parts(block);
    if (parts.isEmpty()) {
      return leaf(Op.RESULT, message(block));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new PlanNode(Op.RESULT, null, null, null, Map.of(), null, null, parts);
  }

  private static Map<String, String> message(JsonObject block) {
    String message = string(block, "message");
    return message == null ? Map.of() : Map.of("message", message);
  }

  /** What the members of an object say, in their order. */
  private List<PlanNode> parts(JsonObject json) {
    List<PlanNode> parts = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : json.entrySet()) {
      parts.addAll(part(member.getKey(), member.getValue()));
    }
    return parts;
  }

  private List<PlanNode> part(String name, JsonElement value) {
    if (SUBQUERIES.contains(name)) {
      return subqueries(value);
    }
    if (value instanceof JsonArray array) {
      return switch (name) {
        case "nested_loop" -> joined(array);
        case "query_specifications" -> all(array);
        case "inputs" -> all(array);
        default -> List.of();
      };
    }
    return value instanceof JsonObject object ? part(name, object) : List.of();
  }

  private List<PlanNode> part(String name, JsonObject json) {
    return switch (name) {
      case "table" -> List.of(table(json));
      case "query_block" -> List.of(block(json));
      case "union_result" -> List.of(over(Op.UNION, json));
      case "ordering_operation", "duplicates_removal", "buffer_result", "windowing" ->
          List.of(sorted(json, null));
      case "grouping_operation" -> List.of(sorted(json, Op.AGGREGATE));
      case "filesort" -> List.of(over(Op.FILESORT, json));
      case "temporary_table" -> List.of(over(Op.TEMPORARY, json));
      case "block-nl-join" ->
          List.of(table(json.getAsJsonObject("table"), string(json, "join_type")));
      case "read_sorted_file",
          "buffer",
          "window_functions_computation",
          "sorts",
          "duplicate_removal",
          "range-checked-for-each-record",
          "full-scan-on-null_key",
          "expression_cache" ->
          parts(json);
      default -> name.contains("operation") ? parts(json) : List.of();
    };
  }

  /** An operation that may sort and may need a table for it. */
  private PlanNode sorted(JsonObject json, @Nullable String op) {
    PlanNode below = single(parts(json));
    PlanNode node = isTrue(json, "using_temporary_table") ? above(Op.TEMPORARY, below) : below;
    node = isTrue(json, "using_filesort") ? above(Op.FILESORT, node) : node;
    return op == null ? node : above(op, node);
  }

  private PlanNode over(String op, JsonObject json) {
    List<PlanNode> parts = parts(json);
    PlanNode node =
        new PlanNode(op, null, null, null, keys(json, "sort_key", "sortKey"), null, null, parts);
    return op.equals(Op.UNION) && isTrue(json, "using_temporary_table")
        ? above(Op.TEMPORARY, node)
        : node;
  }

  private static PlanNode above(String op, PlanNode below) {
    return new PlanNode(op, null, null, null, Map.of(), null, null, List.of(below));
  }

  private static PlanNode leaf(String op, Map<String, String> detail) {
    return new PlanNode(op, null, null, null, detail, null, null, List.of());
  }

  private static PlanNode single(List<PlanNode> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : new PlanNode(Op.RESULT, null, null, null, Map.of(), null, null, parts);
  }

  private List<PlanNode> all(JsonArray array) {
    List<PlanNode> nodes = new ArrayList<>();
    array.forEach(element -> nodes.add(single(parts(element.getAsJsonObject()))));
    return nodes;
  }

  /** The server joins one table after the other: left-deep. */
  private List<PlanNode> joined(JsonArray array) {
    PlanNode left = null;
    for (JsonElement element : array) {
      PlanNode right = single(parts(element.getAsJsonObject()));
      left = left == null ? right : join(left, right);
    }
    return left == null ? List.of() : List.of(left);
  }

  private static PlanNode join(PlanNode left, PlanNode right) {
    String buffer = right.detail().getOrDefault("buffer", "");
    String op = buffer.contains("hash") || buffer.contains("BNLH") ? Op.HASH_JOIN : Op.NESTED_LOOP;
    return new PlanNode(op, null, null, null, Map.of(), null, null, List.of(left, right));
  }

  private List<PlanNode> subqueries(JsonElement value) {
    List<PlanNode> nodes = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonElement element : array) {
        JsonObject json = element.getAsJsonObject();
        boolean dependent = isTrue(json, "dependent");
        boolean materialized =
            json.has("table")
                || json.has("materialized_from_subquery")
                || json.has("materialization");
        String how = dependent ? "dependent" : materialized ? "materialized" : "once";
        nodes.add(
            new PlanNode(
                Op.SUBPLAN, null, null, null, Map.of("subquery", how), null, null, parts(json)));
      }
    }
    return nodes;
  }

  private PlanNode table(JsonObject json) {
    return table(json, string(json, "using_join_buffer"));
  }

  private PlanNode table(JsonObject json, @Nullable String buffer) {
    String alias = string(json, "table_name");
    if (alias == null) {
      return leaf(Op.RESULT, message(json));
    }
    List<PlanNode> children = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : json.entrySet()) {
      if (MATERIALIZED.contains(member.getKey()) && member.getValue() instanceof JsonObject below) {
        children.addAll(parts(below));
      } else if (SUBQUERIES.contains(member.getKey())) {
        children.addAll(subqueries(member.getValue()));
      }
    }
    String access = String.valueOf(string(json, "access_type"));
    String relation = names.table(alias);
    PlanNode scan =
        new PlanNode(
            relation == null ? Op.MATERIALIZE : op(json, access),
            relation,
            alias,
            relation == null ? null : string(json, "key"),
            detail(json, access, buffer),
            number(json, json.has("rows_examined_per_scan") ? "rows_examined_per_scan" : "rows"),
            cost(json),
            children);
    return isTrue(json, "update") || isTrue(json, "delete") || isTrue(json, "insert")
        ? above(Op.MODIFY, scan)
        : scan;
  }

  private static String op(JsonObject json, String access) {
    if (access.equals("ALL")) {
      return Op.SEQ_SCAN;
    }
    return isTrue(json, "using_index") ? Op.INDEX_ONLY_SCAN : Op.INDEX_SCAN;
  }

  private static Map<String, String> detail(
      JsonObject json, String access, @Nullable String buffer) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("access", access);
    detail.putAll(keys(json, "used_key_parts", "keyParts"));
    detail.putAll(keys(json, "index_condition", "indexCondition"));
    detail.putAll(keys(json, "attached_condition", "filter"));
    if (buffer != null) {
      detail.put("buffer", buffer);
    }
    if (isTrue(json, "using_temporary_table")) {
      detail.put("temporary", "true");
    }
    return detail;
  }

  /** A text, or the texts of a list, masked. */
  private static Map<String, String> keys(JsonObject json, String name, String as) {
    JsonElement value = json.get(name);
    if (value instanceof JsonArray list) {
      List<String> all = new ArrayList<>();
      list.forEach(element -> all.add(element.getAsString()));
      return Map.of(as, Masks.mask(String.join(", ", all), Dialect.MYSQL));
    }
    return value == null || !value.isJsonPrimitive()
        ? Map.of()
        : Map.of(as, Masks.mask(value.getAsString(), Dialect.MYSQL));
  }

  /** MySQL says booleans, strings and numbers, MariaDB true or 1. */
  private static boolean isTrue(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null
        && value.isJsonPrimitive()
        && !value.getAsString().equals("false")
        && !value.getAsString().equals("0");
  }

  private static @Nullable Double cost(JsonObject json) {
    return json.get("cost_info") instanceof JsonObject costs
        ? number(costs, "prefix_cost")
        : number(json, "cost");
  }

  private static @Nullable String string(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
  }

  private static @Nullable Double number(JsonObject json, String name) {
    String value = string(json, name);
    return value == null ? null : Double.valueOf(value);
  }
}
