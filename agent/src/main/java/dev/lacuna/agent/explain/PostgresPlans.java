package dev.lacuna.agent.explain;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code EXPLAIN (FORMAT JSON)} prints: PostgreSQL 18 manual, EXPLAIN, and {@code
 * ExplainNode} in its source for the names.
 */
final class PostgresPlans {

  private static final Map<String, String> CONDITIONS =
      Map.ofEntries(
          Map.entry("Index Cond", "cond"),
          Map.entry("Hash Cond", "cond"),
          Map.entry("Merge Cond", "cond"),
          Map.entry("TID Cond", "cond"),
          Map.entry("Order By", "orderBy"),
          Map.entry("Recheck Cond", "recheck"),
          Map.entry("Filter", "filter"),
          Map.entry("Join Filter", "joinFilter"),
          Map.entry("One-Time Filter", "oneTimeFilter"),
          Map.entry("Run Condition", "runCondition"),
          Map.entry("Sort Key", "sortKey"),
          Map.entry("Presorted Key", "presortedKey"),
          Map.entry("Group Key", "groupKey"),
          Map.entry("Cache Key", "cacheKey"),
          Map.entry("Conflict Filter", "conflictFilter"));

  private static final Map<String, String> WORDS =
      Map.of(
          "Join Type", "join",
          "Strategy", "strategy",
          "Partial Mode", "partial",
          "Operation", "operation",
          "Command", "command",
          "CTE Name", "cte",
          "Function Name", "function",
          "Custom Plan Provider", "provider");

  private static final Map<String, String> OPS = Map.of("ModifyTable", Op.MODIFY);

  private static final String MODE_OF_NO_INTEREST = "Simple";
  private static final int KILO = 1_024;

  private final PostgresNames names;
  private final long workMemory;

  /** The alias of a partition, which the server numbers, and that of its table. */
  private final Map<String, String> aliases = new LinkedHashMap<>();

  private PostgresPlans(PostgresNames names, long workMemory) {
    this.names = names;
    this.workMemory = workMemory;
  }

  /**
   * @param workMemory in bytes: what one sort or hash may use
   */
  static PlanNode read(String json, PostgresNames names, long workMemory) {
    JsonObject plan =
        JsonParser.parseString(json)
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("Plan");
    PostgresPlans reader = new PostgresPlans(names, workMemory);
    reader.findAliases(plan);
    return reader.node(plan);
  }

  private void findAliases(JsonObject node) {
    String relation = string(node, "Relation Name");
    String alias = string(node, "Alias");
    if (relation != null && alias != null && names.isPartition(relation)) {
      aliases.put(alias, alias.replaceFirst("_\\d+$", ""));
    }
    children(node).forEach(this::findAliases);
  }

  private PlanNode node(JsonObject json) {
    List<PlanNode> children = children(json).stream().map(this::node).toList();
    String type = String.valueOf(string(json, "Node Type"));
    String op = OPS.getOrDefault(type, Op.named(type));
    String relation = string(json, "Relation Name");
    String alias = string(json, "Alias");
    return new PlanNode(
        op,
        relation == null ? null : names.table(relation),
        alias == null ? null : aliases.getOrDefault(alias, alias),
        index(json, children),
        detail(json, op),
        number(json, "Plan Rows"),
        number(json, "Total Cost"),
        children);
  }

  private @Nullable String index(JsonObject json, List<PlanNode> children) {
    String own = string(json, "Index Name");
    if (own != null) {
      return names.index(own);
    }
    if (!"Bitmap Heap Scan".equals(string(json, "Node Type"))) {
      return null;
    }
    return children.stream()
        .flatMap(PlanNode::stream)
        .filter(node -> node.is(Op.BITMAP_INDEX_SCAN) && node.index() != null)
        .map(PlanNode::index)
        .distinct()
        .collect(Collectors.joining("+"));
  }

  private Map<String, String> detail(JsonObject json, String op) {
    Map<String, String> detail = new TreeMap<>();
    WORDS.forEach((name, key) -> put(detail, key, string(json, name), PostgresPlans::lower));
    CONDITIONS.forEach((name, key) -> put(detail, key, text(json, name), this::mask));
    detail.remove("partial", lower(MODE_OF_NO_INTEREST));
    String subplan = string(json, "Subplan Name");
    String parent = string(json, "Parent Relationship");
    if (subplan != null) {
      detail.put("subplan", subplan.startsWith("CTE ") ? subplan : subplan.replaceAll(" .*", ""));
    } else if ("InitPlan".equals(parent) || "SubPlan".equals(parent)) {
      detail.put("subplan", parent);
    }
    if ("Backward".equals(string(json, "Scan Direction"))) {
      detail.put("direction", "backward");
    }
    if (isTrue(json, "Parallel Aware")) {
      detail.put("parallel", "aware");
    }
    put(detail, "width", string(json, "Plan Width"), UnaryOperator.identity());
    if (outgrows(json, op)) {
      detail.put("spill", "estimated");
    }
    return detail;
  }

  /** PostgreSQL 18 manual, 19.4.1: what outgrows work_mem goes to files. */
  private boolean outgrows(JsonObject json, String op) {
    Double rows = number(json, "Plan Rows");
    Double width = number(json, "Plan Width");
    return (op.equals(Op.SORT) || op.equals(Op.HASH) || op.equals(Op.MATERIALIZE))
        && rows != null
        && width != null
        && rows * width > (op.equals(Op.HASH) ? 2 * workMemory : workMemory);
  }

  static long bytes(String workMemInKilobytes) {
    return Long.parseLong(workMemInKilobytes) * KILO;
  }

  private String mask(String condition) {
    String masked = Masks.mask(condition, Dialect.POSTGRESQL);
    for (Map.Entry<String, String> alias : aliases.entrySet()) {
      masked =
          masked.replaceAll("\\b" + Pattern.quote(alias.getKey()) + "\\.", alias.getValue() + ".");
    }
    return masked;
  }

  private static void put(
      Map<String, String> detail, String key, @Nullable String value, UnaryOperator<String> as) {
    if (value != null) {
      detail.put(key, as.apply(value));
    }
  }

  private static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private static List<JsonObject> children(JsonObject node) {
    List<JsonObject> children = new ArrayList<>();
    if (node.get("Plans") instanceof JsonArray plans) {
      plans.forEach(plan -> children.add(plan.getAsJsonObject()));
    }
    return children;
  }

  private static boolean isTrue(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() && value.getAsBoolean();
  }

  /** A text, or the texts of a list. */
  private static @Nullable String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value instanceof JsonArray list) {
      List<String> all = new ArrayList<>();
      list.forEach(element -> all.add(element.getAsString()));
      return String.join(", ", all);
    }
    return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
  }

  private static @Nullable String string(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
  }

  private static @Nullable Double number(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || !value.isJsonPrimitive() ? null : value.getAsDouble();
  }
}
