package dev.lacuna.agent.review.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace's frame.
 *
 * @param type the class, with its package
 * @param file the source file's name; null where the frame has none
 * @param line its line; 0 where the frame has none
 */
public record CallSite(String type, String method, @Nullable String file, int line) {

  private static final Pattern FRAME =
      Pattern.compile("(?:.*/)?([\\w.$]+)\\.([\\w$<>]+)\\(([^:()]+)(?::(\\d{1,9}))?\\)");

  /** Null where the text is no frame. */
  public static @Nullable CallSite parse(@Nullable String frame) {
    Matcher matcher = FRAME.matcher(frame == null ? "" : frame);
    if (!matcher.matches()) {
      return null;
    }
    String file = matcher.group(3).contains(".") ? matcher.group(3) : null;
    String line = matcher.group(4);
    return new CallSite(
        matcher.group(1), matcher.group(2), file, line == null ? 0 : Integer.parseInt(line));
  }

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  /** As one would say it: {@code Orders.byCustomer}; a lambda has the name of its method. */
  public String shortName() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)
        + "."
        + LAMBDA.matcher(method).replaceFirst("$1");
  }

  /** Where the source is, from a source folder: {@code shop/Orders.java}; null without a file. */
  public @Nullable String path() {
    return file == null
        ? null
        : type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + file;
  }
}
