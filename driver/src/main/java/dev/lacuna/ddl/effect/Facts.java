package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a statement is judged. What is not known is null or missing; the answer is
 * then the stricter one.
 *
 * @param table the table that the statement changes; null where it cannot be looked at
 * @param volatileFunctions of the functions in the statement's defaults, those that are volatile;
 *     null where nobody could be asked
 * @param domains of the types in the statement, those that are domains: true where one has
 *     constraints
 * @param holders the transactions that hold a lock on the table now
 * @param rate how fast this server reads and writes; null where that was not measured
 */
public record Facts(
    Server server,
    @Nullable Table table,
    @Nullable Set<String> volatileFunctions,
    Map<String, Boolean> domains,
    List<Holder> holders,
    @Nullable Rate rate,
    boolean newTable) {

  /**
   * A transaction that holds a lock on the table.
   *
   * @param id the server's number for its session
   * @param lock in the server's words
   * @param seconds since it began
   * @param application what it calls itself; may be empty
   */
  public record Holder(String id, String lock, long seconds, String application) {}

  /** How many bytes a second the server reads from this table, as it was just measured. */
  public record Rate(double bytesPerSecond) {}

  /** Nothing is known but the server. */
  public static Facts of(Server server) {
    return new Facts(server, null, null, Map.of(), List.of(), null, false);
  }

  /** The same for a table that nobody else can see or use yet. */
  public Facts ofNewTable() {
    return new Facts(server, table, volatileFunctions, domains, holders, rate, true);
  }

  /** The name of the table, or the other where it is not known. */
  public ObjectName tableOr(ObjectName otherwise) {
    return table == null ? otherwise : table.name();
  }
}
