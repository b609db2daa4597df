package dev.lacuna.ddl.change;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A DDL statement, read.
 *
 * @param sql the statement as written, from its first key word to its last token
 * @param start the offset in the text that it stands in
 * @param table the table that it changes; null where it names none, as {@code DROP INDEX} on
 *     PostgreSQL
 * @param changes what it does, in its order; never empty
 * @param pins what it demands of MySQL's server
 * @param allowed the ids in {@code lacuna:allow} comments in the statement or right before it
 * @param notes what is noted for the history, at the same places
 */
public record Ddl(
    String sql,
    int start,
    @Nullable ObjectName table,
    List<Change> changes,
    Pins pins,
    Set<String> allowed,
    Notes notes) {

  /**
   * What a statement demands of MySQL's or MariaDB's server, in capitals.
   *
   * @param algorithm behind {@code ALGORITHM=}, else null
   * @param lock behind {@code LOCK=}, else null
   */
  public record Pins(@Nullable String algorithm, @Nullable String lock) {
    /** It leaves the choice to the server. */
    public static final Pins NONE = new Pins(null, null);

    /** Whether the server is to fail rather than to write the table anew. */
    public boolean refusesRebuild() {
      return "INSTANT".equals(algorithm) || "NOCOPY".equals(algorithm);
    }
  }

  /** Copies the collections. */
  public Ddl {
    changes = List.copyOf(changes);
    allowed = Set.copyOf(allowed);
  }

  /** Whether one of its changes is of that kind. */
  public boolean has(Class<? extends Change> kind) {
    return changes.stream().anyMatch(kind::isInstance);
  }
}
