package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The writes of one desk. Each takes the clock before it begins, and notes what it did. */
final class Writes {

  private static final int BATCH = 12;

  private final Ledger ledger;
  private final Engine engine;
  private final SchemaClock clock;
  private final Witness witness;
  private final RandomGenerator random;

  Writes(Ledger ledger, Engine engine, SchemaClock clock, Witness witness, RandomGenerator random) {
    this.ledger = ledger;
    this.engine = engine;
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
      default -> renameOtherwise(sql, draft, entry);
    }
  }

  /**
   * Updates or inserts several rows at once.
   *
   * @param touched takes the rows before the batch is sent: should it fail in autocommit, nobody
   *     knows which of them were written
   */
  void batch(SqlRunner sql, Draft draft, List<Entry> touched) throws SQLException {
    TrafficSql statement = random.nextBoolean() ? TrafficSql.VISIT : TrafficSql.REGISTER;
    List<Entry> entries = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    int first = random.nextInt(Ledger.SLOTS);
    for (int step = 0; step < BATCH; step++) {
      int slot = (first + step) % Ledger.SLOTS;
      Entry entry = draft.at(slot);
      if (entry != null && statement == TrafficSql.VISIT) {
        Entry next = new Entry(entry.id(), entry.visits() + 1, begin());
        entries.add(next);
        rows.add(new Object[] {next.written().mark().text(), next.id()});
      } else if (entry == null && statement == TrafficSql.REGISTER) {
        Entry next = new Entry(ledger.nextId(slot), 0, begin());
        entries.add(next);
        rows.add(newRow(next.id(), next.written()));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    touched.addAll(entries);
    int[] counts = sql.batch(statement, rows);
    int[] expected = IntStream.generate(() -> 1).limit(rows.size()).toArray();
    Span during = since(entries.get(0).written());
    witness.counts(statement, draft.isolation(), expected, counts, during);
    entries.forEach(draft::put);
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
    int count = sql.update(statement, newRow(id, written));
    int expected = visits > 0 ? replaced() : 1;
    witness.count(statement, draft.isolation(), expected, count, since(written));
    draft.put(new Entry(id, visits, written));
  }

  private void update(TrafficSql statement, SqlRunner sql, Draft draft, Entry entry, int visits)
      throws SQLException {
    Written written = begin();
    int count = sql.update(statement, written.mark().text(), entry.id());
    witness.count(statement, draft.isolation(), 1, count, since(written));
    draft.put(new Entry(entry.id(), visits, written));
  }

  private void renameOtherwise(SqlRunner sql, Draft draft, Entry entry) throws SQLException {
    if (engine == Engine.MYSQL || random.nextBoolean()) {
      update(TrafficSql.RENAME_JOINED, sql, draft, entry, entry.visits());
    } else {
      renameReturning(sql, draft, entry);
    }
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
    witness.count(TrafficSql.LEAVE, draft.isolation(), 1, count, new Span(from, clock.now()));
    draft.left(entry.id());
  }

  private Object[] newRow(long id, Written written) {
    return new Object[] {id, ledger.desk(), "guest " + id, written.mark().text()};
  }

  /**
   * What an upsert that finds its row counts (MySQL 9.7 Reference Manual, 15.2.7.2; MariaDB as
   * well).
   */
  private int replaced() {
    return engine == Engine.POSTGRESQL ? 1 : 2;
  }

  private Span since(Written written) {
    return new Span(written.from(), clock.now());
  }

  private Written begin() {
    return new Written(ledger.nextMark(), clock.now(), Written.OPEN);
  }
}
