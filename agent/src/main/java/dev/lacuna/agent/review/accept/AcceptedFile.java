package dev.lacuna.agent.review.accept;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.lacuna.agent.review.shift.Fields;
import dev.lacuna.agent.review.shift.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan-accepted.json}: the acceptances, sorted by key, a field a line, so that two people's
 * changes merge.
 */
public final class AcceptedFile {

  public static final String NAME = "plan-accepted.json";

  private static final int SCHEMA = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private AcceptedFile() {}

  /**
   * The acceptances by key; none where there is no file.
   *
   * @throws IOException if the file cannot be read, or is not what {@link #write} makes
   */
  public static Map<String, Acceptance> read(Path file) throws IOException {
    Map<String, Acceptance> accepted = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        Fields root = new Fields(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        for (Fields entry : root.objects("accepted")) {
          accepted.put(entry.required("key"), acceptance(entry));
        }
      } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
        throw new IOException(file + " is no file of accepted shifts: " + e.getMessage(), e);
      }
    }
    return accepted;
  }

  /** Written beside it and moved: readers see the old file or the new one. */
  public static void write(Path file, Collection<Acceptance> accepted) throws IOException {
    Map<String, Acceptance> sorted = new TreeMap<>();
    accepted.forEach(acceptance -> sorted.put(acceptance.key(), acceptance));
    JsonArray entries = new JsonArray();
    sorted.values().forEach(acceptance -> entries.add(json(acceptance)));
    JsonObject root = new JsonObject();
    root.addProperty("schema", SCHEMA);
    root.add("accepted", entries);

    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(draft, GSON.toJson(root) + "\n", StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Acceptance acceptance(Fields entry) {
    String until = entry.text("until");
    return new Acceptance(
        entry.required("key"),
        entry.text("hash", ""),
        Visible.of(entry.text("query", "")),
        Visible.of(entry.text("by", "")),
        Visible.of(entry.text("why", "")),
        date(entry.required("on")),
        until == null ? null : date(until));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no date such as 2026-12-31", e);
    }
  }

  private static JsonObject json(Acceptance acceptance) {
    JsonObject json = new JsonObject();
    json.addProperty("key", acceptance.key());
    json.addProperty("hash", acceptance.hash());
    json.addProperty("query", acceptance.query());
    json.addProperty("by", acceptance.by());
    json.addProperty("why", acceptance.why());
    json.addProperty("on", acceptance.on().toString());
    add(json, "until", acceptance.until());
    return json;
  }

  private static void add(JsonObject json, String name, @Nullable LocalDate date) {
    if (date != null) {
      json.addProperty(name, date.toString());
    }
  }
}
