package dev.lacuna.schema;

/**
 * A statement of a resource, or a declaration of an option.
 *
 * @param resource the resource's name
 * @param line the line of the text's first character
 * @param text the statement, without the semicolon behind it
 */
record Statement(String resource, int line, String text) {

  /** Where an offset of the text is. */
  Origin originOf(int offset) {
    return new Origin(
        resource, line + (int) text.chars().limit(offset).filter(c -> c == '\n').count());
  }

  /** A part of it, as a statement of its own. */
  Statement part(int start, int end) {
    return new Statement(resource, originOf(start).line(), text.substring(start, end));
  }
}
