package dev.lacuna.agent.review.shift;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import dev.lacuna.agent.plan.PlanJson;
import dev.lacuna.agent.plan.PlanNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the log, from JSON. Fields that are not known are ignored. */
final class LogLine {

  /** The version of the log's schema that is understood; a line without one has this. */
  static final int SCHEMA = 1;

  private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();
  private static final TypeAdapter<JsonObject> OBJECT = GSON.getAdapter(JsonObject.class);

  private LogLine() {}

  /**
   * @throws IllegalArgumentException if the line is no JSON object, or lacks what a shift needs;
   *     the message says what, and repeats nothing of the line
   * @throws NewerSchemaException if a newer agent wrote it
   */
  static LoggedShift parse(String line) {
    Fields fields = new Fields(object(line));
    Double schema = fields.number("schema");
    if (schema != null && schema > SCHEMA) {
      throw new NewerSchemaException(schema.intValue(), SCHEMA);
    }
    return shift(fields);
  }

  private static JsonObject object(String line) {
    try {
      return Visible.in(OBJECT.fromJson(line));
    } catch (JsonParseException | IOException e) {
      throw new IllegalArgumentException("it is no JSON object", e);
    }
  }

  private static LoggedShift shift(Fields fields) {
    Double calls = fields.number("calls");
    return new LoggedShift(
        time(fields.text("time")),
        fields.text("engine", ""),
        fields.text("database", ""),
        fields.text("fingerprint", ""),
        fields.required("sql"),
        fields.text("callSite"),
        calls == null ? 0 : calls.longValue(),
        cause(fields.object("cause")),
        side(fields.object("before")),
        side(fields.object("after")),
        shifts(fields),
        fields.flag("settled"),
        fields.required("key"));
  }

  private static List<Shift> shifts(Fields fields) {
    return fields.objects("shifts").stream()
        .map(
            shift ->
                new Shift(
                    shift.required("kind"),
                    shift.text("table"),
                    shift.text("from"),
                    shift.text("to"),
                    Severity.of(shift.text("severity"))))
        .toList();
  }

  private static Cause cause(Fields cause) {
    return new Cause(
        cause.text("table", ""),
        cause.text("column", ""),
        cause.text("event", "other"),
        cause.text("source"),
        cause.text("ddl"),
        cause.text("at"));
  }

  private static PlanSide side(Fields side) {
    return new PlanSide(
        side.text("hash", ""),
        side.text("summary", ""),
        plan(side.object("plan").json()),
        side.number("p50Ms"),
        side.number("p95Ms"));
  }

  private static @Nullable PlanNode plan(JsonObject json) {
    try {
      return PlanJson.read(json);
    } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
      throw new IllegalArgumentException("its plan is none", e);
    }
  }

  /** The order of the file says which line is the later one: a time that is none does no harm. */
  private static Instant time(@Nullable String text) {
    try {
      return text == null ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
