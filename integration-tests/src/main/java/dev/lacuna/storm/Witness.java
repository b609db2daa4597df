package dev.lacuna.storm;

import dev.lacuna.storm.Written.Possible;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares what a desk was told by the server with what the ledgers say it must be told. */
final class Witness {

  private final Findings findings;
  private final LongAdder reads;

  /**
   * @param reads counts the rows compared
   */
  Witness(Findings findings, LongAdder reads) {
    this.findings = findings;
    this.reads = reads;
  }

  void count(TrafficSql sql, Isolation isolation, int expected, int told, Span during) {
    counts(sql, isolation, new int[] {expected}, new int[] {told}, during);
  }

  void counts(TrafficSql sql, Isolation isolation, int[] expected, int[] told, Span during) {
    if (!agree(expected, told)) {
      findings.found(
          Fault.MISCOUNT,
          "expected %s, told %s, by %s, %s, in %s"
              .formatted(Arrays.toString(expected), Arrays.toString(told), sql, isolation, during));
    }
  }

  /** A driver that makes one statement of a batch has no counts for its entries. */
  private static boolean agree(int[] expected, int[] told) {
    return expected.length == told.length
        && IntStream.range(0, told.length)
            .allMatch(i -> told[i] == expected[i] || told[i] == Statement.SUCCESS_NO_INFO);
  }

  /** A row that never was. */
  void nobody(TrafficSql sql, Optional<Row> seen) {
    seen.ifPresent(row -> findings.found(Fault.PHANTOM, "read " + row + " by " + sql));
  }

  /** A look by the row's own desk: nobody else writes the row, so it must be exactly as known. */
  void ownRow(TrafficSql sql, Entry known, Optional<Row> seen, Span look) {
    reads.increment();
    Possible possible = known.written().seenIn(look);
    seen.ifPresentOrElse(
        row -> {
          if (row.visits() != known.visits()) {
            found(row.visits() < known.visits(), sql, known, row, look);
          } else if (!possible.allows(known.written().mark(), row.nickname())) {
            found(possible == Possible.VALUE, sql, known, row, look);
          }
        },
        () -> found(true, sql, known, null, look));
  }

  /** What {@code RETURNING} says of the row just written: the new value, whatever the schema. */
  void returned(TrafficSql sql, Entry written, Optional<Row> seen, Span look) {
    reads.increment();
    Row row = seen.orElse(null);
    boolean asIf =
        row != null
            && row.visits() == written.visits()
            && written.written().mark().equals(row.nickname());
    if (!asIf) {
      found(true, sql, written, row, look);
    }
  }

  /**
   * A look by another desk.
   *
   * @param known the ledger's entry from before the look (in a transaction: from before it began)
   */
  void othersRow(TrafficSql sql, Ledger owner, Entry known, Optional<Row> seen, Span look) {
    reads.increment();
    Row row = seen.orElse(null);
    if (row == null) {
      if (!owner.mayBeGone(known)) {
        found(true, sql, known, null, look);
      }
      return;
    }
    Mark nickname = row.nickname();
    if (nickname != null && nickname.number() > known.written().mark().number()) {
      return; // the owner has written again meanwhile
    }
    Possible possible = known.written().seenIn(look);
    if (!possible.allows(known.written().mark(), nickname) || row.visits() < known.visits()) {
      found(possible != Possible.NOTHING, sql, known, row, look);
    }
  }

  private void found(boolean stale, TrafficSql sql, Entry known, @Nullable Row seen, Span look) {
    findings.found(
        stale ? Fault.STALE_READ : Fault.PHANTOM,
        "read " + seen + " in " + look + " by " + sql + ", known " + known);
  }
}
