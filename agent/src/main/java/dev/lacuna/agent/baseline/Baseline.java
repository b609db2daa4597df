package dev.lacuna.agent.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is remembered of one database. Mutable; used by the agent's one thread. */
public final class Baseline {

  /** Of more queries than these no one reads the log. */
  private static final int MAX_QUERIES = 5_000;

  private final Map<String, TableState> tables = new LinkedHashMap<>();
  private final Map<String, KnownQuery> queries = new LinkedHashMap<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private @Nullable Instant seen;
  private boolean changed;

  public Map<String, TableState> tables() {
    return tables;
  }

  public @Nullable TableState table(String name) {
    return tables.get(name);
  }

  public void table(String name, TableState state) {
    changed |= !state.equals(tables.put(name, state));
  }

  public void forgetTable(String name) {
    changed |= tables.remove(name) != null;
  }

  public Map<String, KnownQuery> queries() {
    return queries;
  }

  public @Nullable KnownQuery query(String fingerprint) {
    return queries.get(fingerprint);
  }

  public void query(KnownQuery query) {
    if (query.equals(queries.remove(query.fingerprint()))) {
      queries.put(query.fingerprint(), query);
      return;
    }
    queries.put(query.fingerprint(), query);
    changed = true;
    if (queries.size() > MAX_QUERIES) {
      queries.remove(queries.keySet().iterator().next());
    }
  }

  public List<Arrival> arrivals() {
    return arrivals;
  }

  public void arrival(Arrival arrival) {
    arrivals.removeIf(
        known -> known.table().equals(arrival.table()) && known.column().equals(arrival.column()));
    arrivals.add(arrival);
    changed = true;
  }

  public void forgetArrivalsBefore(Instant time) {
    changed |= arrivals.removeIf(arrival -> arrival.at().isBefore(time));
  }

  /** When the catalog was last looked at; null if never. */
  public @Nullable Instant seen() {
    return seen;
  }

  public void seen(@Nullable Instant time) {
    seen = time;
  }

  /** Whether there is anything to write since this was last asked. */
  public boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  public void touch() {
    changed = true;
  }
}
