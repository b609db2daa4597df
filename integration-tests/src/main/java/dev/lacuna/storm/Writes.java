package dev.lacuna.storm;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The writes of one desk. Each takes the clock before it begins, and notes what it did. */
final class Writes {

  private static final int BATCH = 4;

  private final Ledger ledger;
  private final SchemaClock clock;
  private final Witness witness;
  private final RandomGenerator random;

  Writes(Ledger ledger, SchemaClock clock, Witness witness, RandomGenerator random) {
    this.ledger = ledger;
    this.clock = clock;
    this.witness = witness;
    this.random = random;
  }

  void any(SqlRunner sql, Draft draft) throws SQLException {
    int slot = random.nextInt(Ledger.SLOTS);
    Entry entry = draft.at(slot);
    if (entry == null) {
      register(sql, draft, slot);
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> leave(sql, draft, entry);
      case 1, 2 -> save(sql, draft, slot, entry);
      case 3, 4 -> update(TrafficSql.VISIT, sql, draft, entry, entry.visits() + 1);
      case 5, 6 -> update(TrafficSql.RENAME, sql, draft, entry, entry.visits());
      default -> renameReturning(sql, draft, entry);
    }
  }

  /**
   * Updates several rows at once.
   *
   * @param touched takes the rows before the batch is sent: should it fail in autocommit, nobody
   *     knows which of them were written
   */
  void batch(SqlRunner sql, Draft draft, List<Entry> touched) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    int first = random.nextInt(Ledger.SLOTS);
    for (int step = 0; step < BATCH; step++) {
      Entry entry = draft.at((first + step) % Ledger.SLOTS);
      if (entry != null) {
        Written next = begin();
        entries.add(entry);
        written.add(next);
        rows.add(new Object[] {next.mark().text(), entry.id()});
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    touched.addAll(entries);
    int[] counts = sql.batch(TrafficSql.VISIT, rows);
    int[] expected = IntStream.generate(() -> 1).limit(rows.size()).toArray();
    witness.counts(TrafficSql.VISIT, draft.isolation(), expected, counts, since(written.get(0)));
    for (int row = 0; row < entries.size(); row++) {
      Entry before = entries.get(row);
      draft.put(new Entry(before.id(), before.visits() + 1, written.get(row)));
    }
  }

  private void register(SqlRunner sql, Draft draft, int slot) throws SQLException {
    if (random.nextInt(4) == 0) {
      save(sql, draft, slot, null);
      return;
    }
    insert(TrafficSql.REGISTER, sql, draft, ledger.nextId(slot), 0);
  }

  private void save(SqlRunner sql, Draft draft, int slot, @Nullable Entry entry)
      throws SQLException {
    long id = entry == null ? ledger.nextId(slot) : entry.id();
    insert(TrafficSql.SAVE, sql, draft, id, entry == null ? 0 : entry.visits() + 1);
  }

  private void insert(TrafficSql statement, SqlRunner sql, Draft draft, long id, int visits)
      throws SQLException {
    Written written = begin();
    int count = sql.update(statement, id, ledger.desk(), "guest " + id, written.mark().text());
    witness.count(statement, draft.isolation(), count, since(written));
    draft.put(new Entry(id, visits, written));
  }

  private void update(TrafficSql statement, SqlRunner sql, Draft draft, Entry entry, int visits)
      throws SQLException {
    Written written = begin();
    int count = sql.update(statement, written.mark().text(), entry.id());
    witness.count(statement, draft.isolation(), count, since(written));
    draft.put(new Entry(entry.id(), visits, written));
  }

  private void renameReturning(SqlRunner sql, Draft draft, Entry entry) throws SQLException {
    Written written = begin();
    Optional<Row> seen = sql.row(TrafficSql.RENAME_RETURNING, written.mark().text(), entry.id());
    Entry after = new Entry(entry.id(), entry.visits(), written);
    witness.returned(TrafficSql.RENAME_RETURNING, after, seen, since(written));
    draft.put(after);
  }

  private void leave(SqlRunner sql, Draft draft, Entry entry) throws SQLException {
    draft.leaves(entry.id());
    long from = clock.now();
    int count = sql.update(TrafficSql.LEAVE, entry.id());
    witness.count(TrafficSql.LEAVE, draft.isolation(), count, new Span(from, clock.now()));
    draft.left(entry.id());
  }

  private Span since(Written written) {
    return new Span(written.from(), clock.now());
  }

  private Written begin() {
    return new Written(ledger.nextMark(), clock.now(), Written.OPEN);
  }
}
