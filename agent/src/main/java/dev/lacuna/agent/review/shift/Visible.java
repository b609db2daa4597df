package dev.lacuna.agent.review.shift;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Text that shows all that is in it. A statement's text is anybody's: an escape sequence in it must
 * not reach the terminal, and a change of direction must not hide what it says.
 */
public final class Visible {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;

  private Visible() {}

  /** Line ends and tabs stay; other control characters are shown as pictures or as {@code �}. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Visible::isPlain)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(Visible::picture).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** All text within, names of fields included. */
  static JsonObject in(JsonObject object) {
    JsonObject visible = new JsonObject();
    object.entrySet().forEach(field -> visible.add(of(field.getKey()), in(field.getValue())));
    return visible;
  }

  private static JsonElement in(JsonElement element) {
    if (element instanceof JsonObject object) {
      return in(object);
    }
    if (element instanceof JsonArray array) {
      JsonArray visible = new JsonArray(array.size());
      array.forEach(part -> visible.add(in(part)));
      return visible;
    }
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? new JsonPrimitive(of(primitive.getAsString()))
        : element;
  }

  private static int picture(int character) {
    if (isPlain(character)) {
      return character;
    }
    return character < ' ' ? CONTROL_PICTURES + character : REPLACEMENT;
  }

  private static boolean isPlain(int character) {
    return character == '\n'
        || character == '\t'
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
