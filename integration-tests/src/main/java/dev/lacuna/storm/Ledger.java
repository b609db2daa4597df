package dev.lacuna.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the server has acknowledged to one desk.
 *
 * <p>A desk has a fixed number of slots, each with a row or none, and nobody else writes its rows;
 * so its own reads must find exactly what its ledger says. Other desks may read the ledger at any
 * time: an entry is published after the server's acknowledgement, hence a read that begins later
 * must find that entry or a newer one.
 */
final class Ledger {

  static final int SLOTS = 64;

  private static final long IDS_A_DESK = 1_000_000_000L;

  private final int desk;
  private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(SLOTS);
  private final Set<Long> leaving = ConcurrentHashMap.newKeySet();
  private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();
  private final List<Written> log = Collections.synchronizedList(new ArrayList<>());
  private long lastNumber;
  private long lastRound;

  Ledger(int desk) {
    this.desk = desk;
  }

  static int deskOf(long id) {
    return (int) (id / IDS_A_DESK);
  }

  static int slotOf(long id) {
    return (int) (id % SLOTS);
  }

  int desk() {
    return desk;
  }

  Mark nextMark() {
    return new Mark(desk, ++lastNumber);
  }

  /** An id that was never used, for a row in that slot. */
  long nextId(int slot) {
    return desk * IDS_A_DESK + ++lastRound * SLOTS + slot;
  }

  /** An id that is never used. */
  long unusedId() {
    return desk * IDS_A_DESK;
  }

  @Nullable Entry at(int slot) {
    return slots.get(slot);
  }

  /** All rows that must be in the table. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      Entry entry = slots.get(slot);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Every acknowledged write of a nickname, also those that were overwritten since. */
  List<Written> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /** Whether the row may be gone: its deletion has begun, or is acknowledged. */
  boolean mayBeGone(Entry entry) {
    // This order: a deletion is first announced, then published, then no longer announced.
    if (leaving.contains(entry.id())) {
      return true;
    }
    Entry now = slots.get(slotOf(entry.id()));
    return now == null || now.id() != entry.id();
  }

  boolean isDoubtful(long id) {
    return doubtful.contains(id);
  }

  void announceLeaving(long id) {
    leaving.add(id);
  }

  void noLongerLeaving(long id) {
    leaving.remove(id);
  }

  void publish(int slot, @Nullable Entry entry) {
    slots.set(slot, entry);
  }

  void publish(Written written) {
    log.add(written);
  }

  /** A batch failed in autocommit: nobody can say what of it the server has kept. */
  void doubt(long id) {
    doubtful.add(id);
    slots.set(slotOf(id), null);
  }
}
