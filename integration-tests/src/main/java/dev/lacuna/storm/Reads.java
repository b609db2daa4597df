package dev.lacuna.storm;

import java.sql.SQLException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The reads of one desk: its own rows, which it knows exactly, and those of others. */
final class Reads {

  private final SchemaClock clock;
  private final Witness witness;
  private final RandomGenerator random;

  Reads(SchemaClock clock, Witness witness, RandomGenerator random) {
    this.clock = clock;
    this.witness = witness;
    this.random = random;
  }

  void own(SqlRunner sql, Draft draft) throws SQLException {
    Entry known = draft.at(random.nextInt(Ledger.SLOTS));
    if (known == null) {
      nobody(sql, draft.ledger());
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> own(TrafficSql.READ, sql, known);
      case 1 -> own(TrafficSql.READ_STAR, sql, known);
      default -> find(sql, known);
    }
  }

  /** Reads a row of another desk, of which {@code known} was published before this turn began. */
  void others(SqlRunner sql, Ledger owner, Entry known) throws SQLException {
    TrafficSql statement = random.nextBoolean() ? TrafficSql.READ : TrafficSql.READ_STAR;
    long from = clock.now();
    Optional<Row> seen = sql.row(statement, known.id());
    witness.othersRow(statement, owner, known, seen, new Span(from, clock.now()));
  }

  private void own(TrafficSql statement, SqlRunner sql, Entry known) throws SQLException {
    long from = clock.now();
    Optional<Row> seen = sql.row(statement, known.id());
    witness.ownRow(statement, known, seen, new Span(from, clock.now()));
  }

  /** Reads a row that never was. */
  private void nobody(SqlRunner sql, Ledger ledger) throws SQLException {
    witness.nobody(TrafficSql.READ, sql.row(TrafficSql.READ, ledger.unusedId()));
  }

  /** Filters on the column: no row means that the column did not have the value. */
  private void find(SqlRunner sql, Entry known) throws SQLException {
    long from = clock.now();
    Row missed = new Row(known.id(), known.visits(), null);
    Optional<Row> seen = sql.row(TrafficSql.FIND, known.id(), known.written().mark().text());
    witness.ownRow(
        TrafficSql.FIND, known, seen.or(() -> Optional.of(missed)), new Span(from, clock.now()));
  }
}
