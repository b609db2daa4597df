package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.TableState;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has happened to a table between two looks at it. */
record TableChange(TableState before, TableState after) {

  /** Fewer updated rows than these are traffic, no backfill. */
  private static final long MIN_BACKFILL_ROWS = 50;

  private static final double BACKFILL_SHARE = 0.05;
  private static final double GROWTH = 1.1;

  boolean isAny() {
    return !before.equals(after);
  }

  /** The names of the columns that came, in the table's order. */
  List<String> addedColumns() {
    return after.columns().entrySet().stream()
        .filter(column -> !before.columns().containsKey(column.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a column went, or is another than it was. */
  boolean columnsChangedOtherwise() {
    return before.columns().entrySet().stream()
        .anyMatch(column -> !column.getValue().equals(after.columns().get(column.getKey())));
  }

  /** The names of columns that went. */
  Collection<String> droppedColumns() {
    Set<String> gone = new HashSet<>(before.columns().values());
    gone.removeAll(after.columns().values());
    return gone;
  }

  /** The names of indexes that came, went, or were built anew in another way. */
  Set<String> changedIndexes() {
    Set<String> changed = new TreeSet<>();
    after
        .indexes()
        .forEach((name, is) -> addIf(!is.equals(before.indexes().get(name)), name, changed));
    before
        .indexes()
        .keySet()
        .forEach(name -> addIf(!after.indexes().containsKey(name), name, changed));
    return changed;
  }

  private static void addIf(boolean condition, String name, Set<String> to) {
    if (condition) {
      to.add(name);
    }
  }

  boolean analyzed() {
    return after.analyzes() != before.analyzes();
  }

  boolean vacuumed() {
    return after.vacuums() != before.vacuums();
  }

  /** Whether so many rows were updated that a column was filled, or the table shows as much. */
  boolean backfilled() {
    long updated = after.updates() - before.updates();
    return updated >= Math.max(MIN_BACKFILL_ROWS, BACKFILL_SHARE * Math.max(0, before.rows()))
        || (before.size() > 0 && after.size() > GROWTH * before.size())
        || (updated > 0 && before.pages() > 0 && after.pages() > GROWTH * before.pages())
        || (!vacuumed() && after.visible() * GROWTH < before.visible());
  }
}
