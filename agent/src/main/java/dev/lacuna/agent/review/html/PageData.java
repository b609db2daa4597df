package dev.lacuna.agent.review.html;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.shift.LoggedShift;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the script draws from: queries by key, and pairs of plans, each once. */
final class PageData {

  /** Escapes what could end the script: {@code <}, {@code >}, {@code &}, U+2028 and U+2029. */
  private static final Gson GSON = new GsonBuilder().create();

  private final Map<JsonArray, Integer> plans = new LinkedHashMap<>();
  private final JsonObject queries = new JsonObject();

  private PageData() {}

  /** JSON that may stand in a script element. */
  static String of(Review review, String log) {
    PageData data = new PageData();
    review.all().forEach(data::add);
    JsonArray plans = new JsonArray();
    data.plans.keySet().forEach(plans::add);
    JsonObject json = new JsonObject();
    json.addProperty("log", log);
    json.add("plans", plans);
    json.add("queries", data.queries);
    return GSON.toJson(json);
  }

  private void add(Finding finding) {
    LoggedShift shift = finding.shift();
    JsonObject query = new JsonObject();
    query.addProperty("sentence", finding.sentence());
    query.addProperty("sql", shift.sql());
    query.addProperty("site", shift.callSite());
    query.addProperty("fingerprint", shift.fingerprint());
    query.addProperty("time", Words.second(shift.time().toString()));
    query.addProperty("before", shift.before().summary());
    query.addProperty("after", shift.after().summary());
    query.addProperty("accepted", finding.isAccepted());
    JsonArray rows = PlanData.of(finding.plans());
    if (!rows.isEmpty()) {
      Integer next = plans.size();
      Integer known = plans.putIfAbsent(rows, next);
      query.addProperty("plan", known == null ? next : known);
    }
    queries.add(shift.key(), query);
  }
}
