package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
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
 * @param domains of the types in the statement, those that are domains
 * @param holders the transactions that hold a lock on the table now
 * @param rate how fast this server reads and writes; null where that was not measured
 */
public record Facts(
    Server server,
    @Nullable Table table,
    @Nullable Set<String> volatileFunctions,
    Map<String, Domain> domains,
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

  /**
   * A domain of PostgreSQL.
   *
   * @param base the type that it is made of in the end
   * @param notNull whether it, or a domain that it is made of, is {@code NOT NULL}
   * @param checks the conditions of these, in parentheses; the value is called {@code VALUE}
   */
  public record Domain(String base, boolean notNull, List<String> checks) {

    /** Copies the list. */
    public Domain {
      checks = List.copyOf(checks);
    }

    /** Whether a value has to be looked at before it may be one of it. */
    public boolean isConstrained() {
      return notNull || !checks.isEmpty();
    }
  }

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

  /** The same, with those who follow the server. */
  Facts with(Replication followers) {
    return new Facts(
        server.with(followers), table, volatileFunctions, domains, holders, rate, newTable);
  }

  /** Whether a type is a domain with constraints. */
  public boolean isConstrainedDomain(SqlType type) {
    Domain domain = domains.get(type.name());
    return domain != null && domain.isConstrained();
  }

  /** The name of the table, or the other where it is not known. */
  public ObjectName tableOr(ObjectName otherwise) {
    return table == null ? otherwise : table.name();
  }
}
