package dev.lacuna.agent.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.lacuna.agent.baseline.Happening;
import dev.lacuna.agent.baseline.KnownPlan;
import dev.lacuna.agent.compare.Shift;
import dev.lacuna.agent.plan.PlanJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log. {@code docs/plan-change-log.md} documents the fields; {@link #SCHEMA} counts
 * their changes.
 *
 * @param engine as {@code postgresql 18.6}
 * @param sql masked
 * @param callSite null where no frame was the application's
 * @param key the same for a shift and for its being settled
 */
public record PlanChange(
    Instant time,
    String engine,
    String database,
    String fingerprint,
    String sql,
    @Nullable String callSite,
    long calls,
    Happening cause,
    Side before,
    Side after,
    List<Shift> shifts,
    boolean settled,
    String key) {

  /** A reader need not know fields that it has not heard of; a change of meaning counts up. */
  public static final int SCHEMA = 1;

  /**
   * A plan, and the times with it.
   *
   * @param p50Ms null where nothing was measured
   */
  public record Side(KnownPlan plan, @Nullable Double p50Ms, @Nullable Double p95Ms) {

    private JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("hash", plan.hash());
      json.addProperty("summary", plan.summary());
      json.add("plan", plan.plan() == null ? new JsonObject() : PlanJson.write(plan.plan()));
      json.addProperty("p50Ms", p50Ms);
      json.addProperty("p95Ms", p95Ms);
      return json;
    }
  }

  /** The line, without its end. */
  public String line() {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("time", time.toString());
    json.addProperty("engine", engine);
    json.addProperty("database", database);
    json.addProperty("fingerprint", fingerprint);
    json.addProperty("sql", sql);
    json.addProperty("callSite", callSite);
    json.addProperty("calls", calls);
    json.add("cause", causeJson());
    json.add("before", before.json());
    json.add("after", after.json());
    JsonArray all = new JsonArray();
    shifts.forEach(shift -> all.add(json(shift)));
    json.add("shifts", all);
    json.addProperty("settled", settled);
    json.addProperty("key", key);
    return json.toString();
  }

  private JsonObject causeJson() {
    JsonObject json = new JsonObject();
    json.addProperty("table", cause.table());
    json.addProperty("column", cause.column());
    json.addProperty("event", cause.event().id());
    json.addProperty("source", cause.source());
    if (cause.ddl() == null) {
      json.add("ddl", JsonNull.INSTANCE);
    } else {
      json.addProperty("ddl", cause.ddl());
    }
    json.addProperty("at", cause.at().toString());
    return json;
  }

  private static JsonObject json(Shift shift) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", shift.kind().id());
    if (shift.table() != null) {
      json.addProperty("table", shift.table());
    }
    json.addProperty("from", shift.from());
    json.addProperty("to", shift.to());
    json.addProperty("severity", shift.severity().id());
    return json;
  }
}
