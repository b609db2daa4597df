package dev.lacuna.agent.review.html;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.diff.Cell;
import dev.lacuna.agent.review.diff.Change;
import dev.lacuna.agent.review.diff.PlanDiff;
import dev.lacuna.agent.review.diff.PlanRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two plans side by side as JSON: an object a row, with short names, as there are many. */
final class PlanData {

  private PlanData() {}

  static JsonArray of(PlanDiff diff) {
    JsonArray rows = new JsonArray();
    diff.rows().forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static JsonObject row(PlanRow row) {
    JsonObject json = new JsonObject();
    if (row.change() != Change.SAME) {
      json.addProperty("c", row.change().label());
    }
    add(json, "b", row.before());
    add(json, "a", row.after());
    add(json, "x", List.copyOf(row.differences()));
    add(json, "n", notes(row));
    return json;
  }

  private static void add(JsonObject json, String name, @Nullable Cell cell) {
    if (cell == null) {
      return;
    }
    PlanNode node = cell.node();
    JsonObject object = new JsonObject();
    object.addProperty("d", cell.depth());
    object.addProperty("op", node.op());
    add(object, "on", node.relation());
    add(object, "as", node.alias());
    add(object, "ix", node.index());
    if (!node.detail().isEmpty()) {
      JsonObject detail = new JsonObject();
      node.detail().forEach(detail::addProperty);
      object.add("de", detail);
    }
    add(object, "r", node.rows());
    add(object, "k", node.cost());
    json.add(name, object);
  }

  private static void add(JsonObject json, String name, @Nullable String value) {
    if (value != null) {
      json.addProperty(name, value);
    }
  }

  private static void add(JsonObject json, String name, @Nullable Double value) {
    if (value != null) {
      json.addProperty(name, Words.number(value));
    }
  }

  private static void add(JsonObject json, String name, List<String> values) {
    if (!values.isEmpty()) {
      JsonArray array = new JsonArray();
      values.forEach(array::add);
      json.add(name, array);
    }
  }

  /** What of the node after a reader must not miss. */
  private static List<String> notes(PlanRow row) {
    List<String> notes = new ArrayList<>();
    if (row.after() == null || row.change() == Change.SAME) {
      return notes;
    }
    PlanNode after = row.after().node();
    PlanNode before = row.before() == null ? null : row.before().node();
    if (after.is(Op.SEQ_SCAN) && (before == null || !before.is(Op.SEQ_SCAN))) {
      notes.add("reads all");
    }
    if (before != null && before.index() != null && after.index() == null) {
      notes.add("lost " + before.index());
    }
    if (before != null && before.is(Op.INDEX_ONLY_SCAN) && !after.is(Op.INDEX_ONLY_SCAN)) {
      notes.add("visits the table");
    }
    if (after.detail().containsKey("spill")) {
      notes.add("spills");
    }
    if (row.differences().contains("rows")) {
      notes.add("rows " + Words.times(row.rowsFactor()));
    }
    return notes;
  }
}
