package dev.lacuna.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transaction has changed in its desk's ledger, until it is committed. */
final class Draft {

  private final Ledger ledger;
  private final Isolation isolation;
  private final Map<Integer, Optional<Entry>> changes = new HashMap<>();
  private final List<Written> written = new ArrayList<>();
  private final List<Long> leaving = new ArrayList<>();

  Draft(Ledger ledger, Isolation isolation) {
    this.ledger = ledger;
    this.isolation = isolation;
  }

  Ledger ledger() {
    return ledger;
  }

  Isolation isolation() {
    return isolation;
  }

  @Nullable Entry at(int slot) {
    Optional<Entry> change = changes.get(slot);
    return change == null ? ledger.at(slot) : change.orElse(null);
  }

  void put(Entry entry) {
    changes.put(Ledger.slotOf(entry.id()), Optional.of(entry));
    written.add(entry.written());
  }

  /** To be called before the deletion is sent: from here on others may miss the row. */
  void leaves(long id) {
    ledger.announceLeaving(id);
    leaving.add(id);
  }

  void left(long id) {
    changes.put(Ledger.slotOf(id), Optional.empty());
  }

  /** The server has acknowledged the transaction. */
  void publish(long tick) {
    changes.forEach(
        (slot, change) ->
            ledger.publish(slot, change.map(entry -> entry.committed(tick)).orElse(null)));
    written.forEach(each -> ledger.publish(each.until(tick)));
    leaving.forEach(ledger::noLongerLeaving);
  }

  /** The transaction was rolled back, or failed. */
  void discard() {
    leaving.forEach(ledger::noLongerLeaving);
  }
}
