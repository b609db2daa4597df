package dev.lacuna.storm;

import java.io.Serializable;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found: faults, with a few told in full, and errors by SQLState. */
public final class Findings implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int TOLD_IN_FULL = 5;
  private static final int FRAMES = 20;
  private static final String SERIALIZATION_FAILURE = "40001";

  /**
   * Errors of one SQLState.
   *
   * @param sample the message of the first, and where it came from
   */
  public record Errors(String sqlState, long count, String sample) {}

  private record Tally(AtomicLong count, String sample) implements Serializable {}

  private final Map<Fault, AtomicLong> faults = new EnumMap<>(Fault.class);
  private final List<String> details = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentMap<String, Tally> errors = new ConcurrentHashMap<>();
  private final LongAdder transientRetries = new LongAdder();
  private final LongAdder serverRetries = new LongAdder();

  public Findings() {
    for (Fault fault : Fault.values()) {
      faults.put(fault, new AtomicLong());
    }
  }

  void found(Fault fault, String detail) {
    if (count(faults, fault).incrementAndGet() <= TOLD_IN_FULL) {
      details.add(fault + ": " + detail);
    }
  }

  /**
   * Sorts an error: one that tells to run the transaction again, which is no fault, or any other.
   *
   * @param inTransaction whether there was a transaction to run again; a statement of its own must
   *     not ask for that
   */
  void failed(SQLException error, boolean inTransaction) {
    if (inTransaction && SERIALIZATION_FAILURE.equals(error.getSQLState())) {
      (error instanceof SQLTransientException ? transientRetries : serverRetries).increment();
      return;
    }
    String sqlState = String.valueOf(error.getSQLState());
    errors
        .computeIfAbsent(sqlState, key -> new Tally(new AtomicLong(), told(error)))
        .count
        .incrementAndGet();
  }

  /** Takes over what another JVM has found. */
  void add(Findings other) {
    other.faults.forEach((fault, count) -> count(faults, fault).addAndGet(count.get()));
    details.addAll(other.details());
    other.errors.forEach(
        (sqlState, tally) ->
            errors
                .computeIfAbsent(sqlState, key -> new Tally(new AtomicLong(), tally.sample))
                .count
                .addAndGet(tally.count.get()));
    transientRetries.add(other.transientRetries());
    serverRetries.add(other.serverRetries());
  }

  public long count(Fault fault) {
    return count(faults, fault).get();
  }

  public long faultCount() {
    return faults.values().stream().mapToLong(AtomicLong::get).sum();
  }

  public long errorCount() {
    return errors.values().stream().mapToLong(tally -> tally.count.get()).sum();
  }

  /** How often a {@code SQLTransientException} of SQLState 40001 asked for the work again. */
  public long transientRetries() {
    return transientRetries.sum();
  }

  /** How often the server's own 40001 did. */
  public long serverRetries() {
    return serverRetries.sum();
  }

  public List<Errors> errors() {
    return errors.entrySet().stream()
        .map(each -> new Errors(each.getKey(), each.getValue().count.get(), each.getValue().sample))
        .sorted((one, other) -> Long.compare(other.count(), one.count()))
        .toList();
  }

  /** The first few faults of each kind, in full. */
  public List<String> details() {
    synchronized (details) {
      return List.copyOf(details);
    }
  }

  public boolean isClean() {
    return faultCount() == 0 && errorCount() == 0;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    faults.forEach(
        (fault, count) -> text.append(fault.plural()).append(' ').append(count).append(", "));
    text.append("errors ").append(errorCount());
    text.append(", retries ").append(transientRetries()).append('+').append(serverRetries());
    errors().forEach(each -> text.append("\n  ").append(each));
    details().forEach(detail -> text.append("\n  ").append(detail));
    return text.toString();
  }

  private static AtomicLong count(Map<Fault, AtomicLong> faults, Fault fault) {
    return java.util.Objects.requireNonNull(faults.get(fault));
  }

  private static String told(SQLException error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Stream.of(root.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n      at " + frame)
        .collect(Collectors.joining("", firstLine(error), ""));
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }
}
