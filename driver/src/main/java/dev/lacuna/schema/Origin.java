package dev.lacuna.schema;

/**
 * Where a declaration stands.
 *
 * @param resource the file as it was named, or the option that holds the declaration itself
 * @param line the line in it, the first being 1
 */
public record Origin(String resource, int line) {

  /** The form in which errors name it: {@code classpath:lacuna.sql:12}. */
  @Override
  public String toString() {
    return resource + ":" + line;
  }
}
