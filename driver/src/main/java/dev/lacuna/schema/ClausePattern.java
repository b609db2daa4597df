package dev.lacuna.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a clause that says nothing about what a missing column shows.
 *
 * @param parts words, and {@code <name>}, {@code <group>} and {@code <token>} for a dotted name, a
 *     parenthesis with its content, and any one token
 */
record ClausePattern(List<String> parts) {

  /** Makes patterns of texts with a blank between parts. */
  static List<ClausePattern> of(String... patterns) {
    return Stream.of(patterns).map(text -> new ClausePattern(List.of(text.split(" ")))).toList();
  }

  /** Steps over the clause if it is next, else stays. */
  boolean accept(DeclarationCursor cursor) {
    int start = cursor.index();
    for (String part : parts) {
      if (!acceptPart(part, cursor)) {
        cursor.backTo(start);
        return false;
      }
    }
    return true;
  }

  private static boolean acceptPart(String part, DeclarationCursor cursor) {
    return switch (part) {
      case "<name>" -> cursor.acceptPath();
      case "<group>" -> cursor.acceptGroup();
      case "<token>" -> cursor.acceptAny();
      case "=", "." -> cursor.accept(part.charAt(0));
      default -> cursor.accept(part);
    };
  }
}
