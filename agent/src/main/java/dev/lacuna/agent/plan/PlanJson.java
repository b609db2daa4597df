package dev.lacuna.agent.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans as JSON: the form of {@code before.plan} and {@code after.plan} in the log. */
public final class PlanJson {

  private PlanJson() {}

  /** What a node does not have is left out. */
  public static JsonObject write(PlanNode node) {
    JsonObject json = new JsonObject();
    json.addProperty("op", node.op());
    add(json, "relation", node.relation());
    add(json, "alias", node.alias());
    add(json, "index", node.index());
    if (!node.detail().isEmpty()) {
      JsonObject detail = new JsonObject();
      node.detail().forEach(detail::addProperty);
      json.add("detail", detail);
    }
    add(json, "rows", node.rows());
    add(json, "cost", node.cost());
    if (!node.children().isEmpty()) {
      JsonArray children = new JsonArray();
      node.children().forEach(child -> children.add(write(child)));
      json.add("children", children);
    }
    return json;
  }

  /**
   * Null for an empty object, which stands for a plan that could not be had.
   *
   * @throws IllegalArgumentException if this is no plan
   */
  public static @Nullable PlanNode read(JsonObject json) {
    return json.isEmpty() ? null : node(json);
  }

  private static PlanNode node(JsonObject json) {
    String op = string(json, "op");
    if (op == null) {
      throw new IllegalArgumentException("A node of a plan lacks its op");
    }
    return new PlanNode(
        op,
        string(json, "relation"),
        string(json, "alias"),
        string(json, "index"),
        detail(json),
        number(json, "rows"),
        number(json, "cost"),
        children(json));
  }

  private static Map<String, String> detail(JsonObject json) {
    Map<String, String> detail = new TreeMap<>();
    if (json.get("detail") instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(entry -> detail.put(entry.getKey(), entry.getValue().getAsString()));
    }
    return detail;
  }

  private static List<PlanNode> children(JsonObject json) {
    List<PlanNode> children = new ArrayList<>();
    if (json.get("children") instanceof JsonArray array) {
      array.forEach(child -> children.add(node(child.getAsJsonObject())));
    }
    return children;
  }

  private static void add(JsonObject json, String name, @Nullable String value) {
    if (value != null) {
      json.addProperty(name, value);
    }
  }

  /** A whole number is written without its fraction. */
  private static void add(JsonObject json, String name, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      json.addProperty(name, value.longValue());
    } else {
      json.addProperty(name, value);
    }
  }

  private static @Nullable String string(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }

  private static @Nullable Double number(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsDouble();
  }
}
