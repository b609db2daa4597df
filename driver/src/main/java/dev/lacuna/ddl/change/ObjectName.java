package dev.lacuna.ddl.change;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or an index.
 *
 * @param schema the schema, on MySQL the database; null where the statement does not say
 * @param name as the server stores it, without quotes
 */
public record ObjectName(@Nullable String schema, String name) {

  /** A name without a schema. */
  public static ObjectName of(String name) {
    return new ObjectName(null, name);
  }

  /** For people: the parts joined by a dot. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
