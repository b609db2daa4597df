package dev.lacuna.agent.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application has set on a connection, that a plan may depend on: its schema, and its SET
 * statements in their order.
 *
 * @param schema as given to {@code setSchema}
 * @param catalog as given to {@code setCatalog}, or to USE
 * @param statements SET statements by the name of what they set
 */
public record Settings(
    @Nullable String schema, @Nullable String catalog, Map<String, String> statements) {

  public static final Settings NONE = new Settings(null, null, Map.of());

  private static final int MAX_STATEMENTS = 32;

  public List<String> inOrder() {
    return List.copyOf(statements.values());
  }

  Settings withSchema(@Nullable String other) {
    return new Settings(other, catalog, statements);
  }

  Settings withCatalog(@Nullable String other) {
    return new Settings(schema, other, statements);
  }

  /** What was set last counts; a connection that sets no end of names keeps what it has. */
  Settings with(String name, String statement) {
    if (!statements.containsKey(name) && statements.size() >= MAX_STATEMENTS) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(statements);
    all.remove(name);
    all.put(name, statement);
    return new Settings(schema, catalog, all);
  }

  Settings without(String name) {
    Map<String, String> all = new LinkedHashMap<>(statements);
    all.remove(name);
    return new Settings(schema, catalog, all);
  }
}
