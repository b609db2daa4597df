package dev.lacuna.rewrite;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL says of the plan of one execution.
 *
 * @param nodes its nodes from the top, with the indexes and tables that they read; without the
 *     guard, and without nodes that only pass rows on
 * @param planningMillis the time to plan it
 * @param executionMillis the time to run it
 * @param buffers the pages that were looked at, to plan and to run it
 */
record Plan(List<String> nodes, double planningMillis, double executionMillis, int buffers) {

  /** Runs the statement. */
  static Plan of(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + sql)) {
      row.next();
      JsonObject told =
          JsonParser.parseString(row.getString(1)).getAsJsonArray().get(0).getAsJsonObject();
      List<String> nodes = new ArrayList<>();
      JsonObject top = told.getAsJsonObject("Plan");
      add(top, nodes);
      return new Plan(
          List.copyOf(nodes),
          told.get("Planning Time").getAsDouble(),
          told.get("Execution Time").getAsDouble(),
          buffers(top) + (told.has("Planning") ? buffers(told.getAsJsonObject("Planning")) : 0));
    }
  }

  private static void add(JsonObject node, List<String> nodes) {
    String type = node.get("Node Type").getAsString();
    boolean guard =
        node.has("Parent Relationship")
            && node.get("Parent Relationship").getAsString().equals("InitPlan")
            && node.get("Subplan Name").getAsString().startsWith("InitPlan");
    if (guard) {
      return;
    }
    if (!type.equals("Result")) {
      String relation =
          node.has("Relation Name") ? " " + node.get("Relation Name").getAsString() : "";
      String index = node.has("Index Name") ? " " + node.get("Index Name").getAsString() : "";
      String operation = node.has("Operation") ? " " + node.get("Operation").getAsString() : "";
      nodes.add(type + operation + relation + index);
    }
    if (node.has("Plans")) {
      for (JsonElement child : node.getAsJsonArray("Plans")) {
        add(child.getAsJsonObject(), nodes);
      }
    }
  }

  private static int buffers(JsonObject node) {
    return node.get("Shared Hit Blocks").getAsInt() + node.get("Shared Read Blocks").getAsInt();
  }
}
