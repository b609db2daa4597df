package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.Arrival;
import dev.lacuna.agent.baseline.Baseline;
import dev.lacuna.agent.baseline.Event;
import dev.lacuna.agent.baseline.Happening;
import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.explain.EngineSession;
import dev.lacuna.agent.observe.Observation.SchemaTouched;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which columns have come, and what has happened to their tables since. */
final class Arrivals {

  private final Baseline baseline;
  private final RecentDdl ddl;
  private final List<Noticed> noticed = new ArrayList<>();

  /** A happening, and the indexes that it was about. */
  record Noticed(Happening happening, Set<String> indexes) {}

  Arrivals(Baseline baseline, RecentDdl ddl) {
    this.baseline = baseline;
    this.ddl = ddl;
    baseline
        .arrivals()
        .forEach(
            arrival ->
                arrival.happenings().forEach(each -> noticed.add(new Noticed(each, Set.of()))));
  }

  /** How many happenings were noticed so far. */
  long count() {
    return noticed.size();
  }

  /** The happenings on any of the tables, but the first ones. */
  List<Noticed> since(long first, Collection<String> tables) {
    return noticed.stream()
        .skip(first)
        .filter(each -> tables.contains(each.happening().table()))
        .toList();
  }

  List<Arrival> on(Collection<String> tables) {
    return baseline.arrivals().stream()
        .filter(arrival -> tables.contains(arrival.table()))
        .toList();
  }

  /**
   * Takes note of a table as it is now.
   *
   * @return whether anything about it is different, so that its queries are worth a look
   */
  boolean notice(String table, TableState now, EngineSession session) throws SQLException {
    TableState before = baseline.table(table);
    if (before == null) {
      baseline.table(table, now);
      return false;
    }
    TableChange change = new TableChange(before, now);
    if (!change.isAny()) {
      return false;
    }
    List<Arrival> known = on(List.of(table));
    baseline.arrivals().removeIf(gone -> isGone(gone, table, change));
    List<String> added = change.addedColumns();
    if (!added.isEmpty()) {
      arrive(table, String.join(",", added), change, session);
    }
    boolean changed = added.isEmpty();
    for (Arrival arrival : known) {
      if (changed && !isGone(arrival, table, change)) {
        happen(arrival, change);
      }
    }
    baseline.table(table, now);
    return true;
  }

  private static boolean isGone(Arrival arrival, String table, TableChange change) {
    return arrival.table().equals(table)
        && change.droppedColumns().containsAll(List.of(arrival.column().split(",")));
  }

  private void arrive(String table, String column, TableChange change, EngineSession session)
      throws SQLException {
    String[] columns = column.split(",");
    SchemaTouched statement = ddl.naming(table, columns);
    Happening first = happening(table, column, Event.ADD_COLUMN, statement);
    // Both may have run between two looks, the statistics before the column or after it.
    boolean analyzed = change.analyzed() && session.hasStatistics(table, columns[0]);
    boolean vacuumed = !session.vacuums() || (analyzed && change.vacuumed());
    Arrival arrival =
        new Arrival(table, column, first.at(), change.after(), analyzed, vacuumed, List.of(first));
    List<Happening> more = new ArrayList<>();
    note(first, Set.of());
    if (!change.changedIndexes().isEmpty()) {
      more.add(noted(table, column, Event.INDEX, change.changedIndexes()));
    }
    if (analyzed) {
      more.add(
          noted(table, column, change.backfilled() ? Event.BACKFILL : Event.ANALYZE, Set.of()));
    }
    baseline.arrival(arrival.with(more));
  }

  private void happen(Arrival arrival, TableChange change) {
    List<Happening> more = new ArrayList<>();
    String table = arrival.table();
    String column = arrival.column();
    if (change.columnsChangedOtherwise()) {
      more.add(noted(table, column, Event.OTHER, Set.of()));
    }
    if (change.backfilled()) {
      more.add(noted(table, column, Event.BACKFILL, Set.of()));
    }
    if (!change.changedIndexes().isEmpty()) {
      more.add(noted(table, column, Event.INDEX, change.changedIndexes()));
    }
    if (change.vacuumed() && !change.analyzed()) {
      more.add(noted(table, column, Event.OTHER, Set.of()));
    }
    if (change.analyzed()) {
      more.add(noted(table, column, revealed(arrival, change), Set.of()));
    }
    Arrival next = arrival.with(change.analyzed(), change.vacuumed());
    baseline.arrival(more.isEmpty() ? next : next.with(more));
  }

  /** Statistics that tell of a backfill since the ones before are not the cause; it is. */
  private static Event revealed(Arrival arrival, TableChange change) {
    boolean pending =
        change.backfilled() || (!arrival.analyzed() && arrival.latest().event() == Event.BACKFILL);
    return pending ? Event.BACKFILL : Event.ANALYZE;
  }

  private Happening noted(String table, String column, Event event, Set<String> indexes) {
    SchemaTouched statement =
        switch (event) {
          case INDEX -> ddl.naming(table, "index");
          case ANALYZE -> ddl.naming(table, "analyze");
          case ADD_COLUMN, BACKFILL, OTHER -> null;
        };
    return note(happening(table, column, event, statement), indexes);
  }

  private Happening note(Happening happening, Set<String> indexes) {
    noticed.add(new Noticed(happening, new TreeSet<>(indexes)));
    return happening;
  }

  private static Happening happening(
      String table, String column, Event event, @Nullable SchemaTouched statement) {
    return statement == null
        ? new Happening(table, column, event, Happening.CATALOG, null, Instant.now())
        : new Happening(
            table, column, event, Happening.IN_PROCESS, statement.ddl(), statement.at());
  }
}
