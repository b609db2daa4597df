package dev.lacuna.schema;

import com.github.benmanes.caffeine.cache.Interner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one connection knows of the tables that its statements name. A cache: it may be wrong, and
 * no answer depends on it.
 *
 * <p>Each connection has its own, as its search path, temporary tables and server are its own. Used
 * by the connection's thread only.
 */
public final class TableKnowledge implements TableShapes {

  /** Where a shape is asked for when it is not known. */
  @FunctionalInterface
  public interface Loader {

    /**
     * Asks the database.
     *
     * @param path the parts of the table's name, normalised
     * @return what the table has; null where nothing can be asked now, in a failed transaction
     * @throws SQLException if the database cannot be reached, or refuses the question
     */
    @Nullable TableShape load(List<String> path) throws SQLException;

    /** As {@link TableShapes#release()}. */
    default int release() throws SQLException {
      return 0;
    }

    /**
     * The same as the server resolves names now, where its catalog is read from the transaction's
     * snapshot. It may lock the table's definition to the end of the transaction.
     */
    default @Nullable TableShape loadBehindSnapshot(List<String> path) throws SQLException {
      return load(path);
    }
  }

  // Equal shapes are one object, so that a translation made for one fits another connection's.
  private static final Interner<TableShape> SHAPES = Interner.newWeakInterner();

  /**
   * A table.
   *
   * @param complete whether it is there, with all that is declared for it
   */
  private record Known(TableShape shape, boolean complete, long askedAt) {

    static Known now(TableShape shape) {
      boolean complete = shape.exists() && shape.missing().isEmpty();
      return new Known(shape, complete, System.nanoTime());
    }
  }

  private final Loader loader;
  private final long refreshNanos;
  private final Map<List<String>, Known> known = new HashMap<>();
  private boolean changedInTransaction;
  private boolean tablesChangedInTransaction;
  private boolean snapshotIsOld;
  private Set<List<String>> own = Set.of();
  private long changesSeen = TableChanges.count();
  private long version;

  /** When the next table that lacks a column was asked for; only if there is one. */
  private long oldestAskedAt;

  private boolean growsOld;

  /**
   * Nothing is known at first.
   *
   * @param refresh how old the knowledge of a table without some column may grow; that of a table
   *     with all of them is not refreshed, as the server itself refuses a statement that it
   *     misleads
   */
  public TableKnowledge(Loader loader, Duration refresh) {
    this.loader = loader;
    this.refreshNanos = refresh.toNanos();
  }

  @Override
  public TableShape of(List<String> path) throws SQLException {
    TableShape shape = shared(path);
    return own.contains(path) ? SHAPES.intern(shape.own()) : shape;
  }

  private TableShape shared(List<String> path) throws SQLException {
    forgetIfTablesChanged();
    Known current = known.get(path);
    if (current != null && !isTooOld(current)) {
      return current.shape();
    }
    TableShape loaded = snapshotIsOld ? loader.loadBehindSnapshot(path) : loader.load(path);
    if (loaded == null) {
      // The statement itself will say why, in the driver's own words.
      version++;
      return TableShape.ABSENT;
    }
    TableShape shape = SHAPES.intern(loaded);
    learn(path, Known.now(shape));
    return shape;
  }

  /**
   * Another number than before whenever {@link #of} may give another answer than before, or cannot
   * tell: what was made of its answers meanwhile can be used again.
   */
  public long version() {
    forgetIfTablesChanged();
    if (growsOld && System.nanoTime() - oldestAskedAt >= refreshNanos) {
      version++;
      findOldest();
    }
    return version;
  }

  /**
   * The same as {@link #version} was when it last told: whatever this connection does that may
   * change what its names stand for makes it another one.
   */
  public long lastVersion() {
    return version;
  }

  /** Among those that are not too old: the others will be asked for when they are used. */
  private void findOldest() {
    growsOld = false;
    for (Known each : known.values()) {
      if (!each.complete() && !isTooOld(each)) {
        growOldWith(each);
      }
    }
  }

  private void growOldWith(Known table) {
    oldestAskedAt =
        growsOld && oldestAskedAt - table.askedAt() < 0 ? oldestAskedAt : table.askedAt();
    growsOld = true;
  }

  private void learn(List<String> path, Known table) {
    known.put(path, table);
    version++;
    if (!table.complete()) {
      growOldWith(table);
    }
  }

  @Override
  public int release() throws SQLException {
    return loader.release();
  }

  private void forgetIfTablesChanged() {
    long changes = TableChanges.count();
    if (changes != changesSeen) {
      forgetAll();
      changesSeen = changes;
    }
  }

  private boolean isTooOld(Known current) {
    return !current.complete() && System.nanoTime() - current.askedAt() >= refreshNanos;
  }

  /** Whether some table is known to lack a declared column of that name. */
  public boolean knowsMissing(String column) {
    return known.values().stream()
        .flatMap(table -> table.shape().missing().stream())
        .anyMatch(missing -> missing.column().equals(column));
  }

  /** The names of the columns that known tables have, as they spell them. */
  public Set<String> columnNames() {
    return known.values().stream()
        .flatMap(table -> table.shape().columns().stream())
        .map(TableShape.Column::spelling)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Forgets a table: it is asked for again when a statement next names it. */
  public void forget(List<String> path) {
    known.remove(path);
    version++;
  }

  /** Forgets everything, now and when the transaction ends: the change may be rolled back. */
  public void schemaChanged() {
    forgetAll();
    changedInTransaction = true;
  }

  /**
   * Forgets everything, and so do all connections of this JVM: now, and when the transaction ends,
   * as others may see the change only then.
   */
  public void tablesChanged() {
    schemaChanged();
    tablesChangedInTransaction = true;
    TableChanges.happened();
  }

  /** Whether the end of the transaction matters. */
  public boolean awaitsEndOfTransaction() {
    return changedInTransaction;
  }

  /** Forgets what was learnt of changes that the transaction has made. */
  public void transactionEnded() {
    snapshotIsOld = false;
    if (changedInTransaction) {
      forgetAll();
      changedInTransaction = false;
    }
    if (tablesChangedInTransaction) {
      tablesChangedInTransaction = false;
      TableChanges.happened();
    }
  }

  /** Takes further tables for ones that nobody else changes, up to {@link #shareAll}. */
  public void takeForOwn(Set<List<String>> paths) {
    own = Stream.concat(own.stream(), paths.stream()).collect(Collectors.toUnmodifiableSet());
    version++;
  }

  /** Takes every table for one that others may change. */
  public void shareAll() {
    if (!own.isEmpty()) {
      own = Set.of();
      version++;
    }
  }

  /** Forgets everything. */
  public void forgetAll() {
    known.clear();
    version++;
    growsOld = false;
  }

  /** Forgets everything; to the end of the transaction the catalog alone is not believed. */
  public void distrustSnapshot() {
    forgetAll();
    snapshotIsOld = true;
  }

  /**
   * Learns from a guard that a table has columns after all. A look into the catalog may not show
   * them yet: it reads the transaction's snapshot.
   */
  public void learn(List<String> path, List<String> columns) {
    Known current = known.get(path);
    if (current == null) {
      return;
    }
    TableShape shape = current.shape();
    List<TableShape.Column> all = new ArrayList<>(shape.columns());
    for (String column : columns) {
      DeclaredColumn declaration = shape.declaration(column);
      if (declaration != null && shape.column(column) == null) {
        all.add(new TableShape.Column(column, declaration.type(), false));
      }
    }
    TableShape grown =
        new TableShape(
            shape.exists(),
            shape.readable(),
            shape.attributes(),
            List.copyOf(all),
            shape.primaryKey(),
            shape.declared());
    learn(path, Known.now(SHAPES.intern(grown)));
  }
}
