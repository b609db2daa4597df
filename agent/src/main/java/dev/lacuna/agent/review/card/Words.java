package dev.lacuna.agent.review.card;

import java.util.Locale;

/** Numbers and texts as they are written in sentences. */
public final class Words {

  private static final int START = 48;

  private Words() {}

  /** {@code 1 query}, {@code 3 queries}. */
  public static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /** On one line, whatever it was. */
  public static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The first words of a statement. */
  public static String start(String sql) {
    return cut(line(sql), START);
  }

  /** At most {@code length} characters, the last an ellipsis where something is left out. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Math.max(0, length - 1);
    boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end) + "…";
  }

  /** Three digits at most: {@code 0.42}, {@code 6.3}, {@code 1,250}. */
  public static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 1 ? "%,.1f" : "%,.2f";
    String text = String.format(Locale.ROOT, format, value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** {@code 5.7×}. */
  public static String times(double factor) {
    return number(factor) + "×";
  }

  /** A time of ISO 8601 without the parts of its second: {@code 2026-11-20 22:14:03Z}. */
  public static String second(String time) {
    return time.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?", "$1 $2");
  }
}
