package dev.lacuna.agent.review.shift;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, by type. What is missing, null or of another type is absent. */
public record Fields(JsonObject json) {

  /**
   * Text that there has to be.
   *
   * @throws IllegalArgumentException if it is absent
   */
  public String required(String name) {
    String text = text(name);
    if (text == null) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    return text;
  }

  public @Nullable String text(String name) {
    return json.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
  }

  public String text(String name, String absent) {
    String text = text(name);
    return text == null ? absent : text;
  }

  public @Nullable Double number(String name) {
    return json.get(name) instanceof JsonPrimitive value && value.isNumber()
        ? (Double) value.getAsDouble()
        : null;
  }

  public boolean flag(String name) {
    return json.get(name) instanceof JsonPrimitive value && value.getAsBoolean();
  }

  /** Without fields where it is absent. */
  public Fields object(String name) {
    return new Fields(json.get(name) instanceof JsonObject object ? object : new JsonObject());
  }

  /** The objects of an array; other elements are passed over. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    if (json.get(name) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonObject object) {
          objects.add(new Fields(object));
        }
      }
    }
    return objects;
  }
}
