package dev.lacuna.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path in which {@code *} stands for any characters of a name, and {@code **} for any part of a
 * path. Slashes separate names.
 *
 * @param path the whole path as it was written
 * @param root the path of the directory to look in, empty or with a slash behind it
 * @param names what the paths below that directory look like
 */
record Glob(String path, String root, Pattern names) {

  private static final Pattern WILDCARD_OR_TEXT = Pattern.compile("\\*\\*/|\\*\\*|\\*|[^*]+");

  /** Makes one of a path with or without stars. */
  static Glob of(String path) {
    int star = path.indexOf('*');
    int rootEnd = path.lastIndexOf('/', star < 0 ? path.length() : star) + 1;
    String names =
        WILDCARD_OR_TEXT
            .matcher(path.substring(rootEnd))
            .replaceAll(part -> Matcher.quoteReplacement(regex(part.group())));
    return new Glob(path, path.substring(0, rootEnd), Pattern.compile(names));
  }

  private static String regex(String part) {
    return switch (part) {
      case "**/" -> "(?:.*/)?";
      case "**" -> ".*";
      case "*" -> "[^/]*";
      default -> Pattern.quote(part);
    };
  }

  /** Whether there is no star in it: it is the path of one file. */
  boolean isLiteral() {
    return path.indexOf('*') < 0;
  }

  /** Whether a path below the root is meant. */
  boolean matches(String name) {
    return names.matcher(name).matches();
  }

  /** The path of what is looked for, from the root on. */
  String relative() {
    return path.substring(root.length());
  }

  /** How many names a path below the root can have at most. */
  int depth() {
    return path.contains("**")
        ? Integer.MAX_VALUE
        : 1 + (int) relative().chars().filter(c -> c == '/').count();
  }
}
