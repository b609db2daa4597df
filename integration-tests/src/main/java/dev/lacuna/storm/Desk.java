package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One thread of the storm: takes a connection, works on it for a stint, gives it back. */
final class Desk implements Runnable {

  private static final int MOST_OPERATIONS = 4;
  private static final int PAUSE_AFTER_ERROR_MILLIS = 2;

  private final Ledger ledger;
  private final List<Ledger> ledgers;
  private final Connections pool;
  private final Plan plan;
  private final SqlRunner.Factory runners;
  private final SchemaClock clock;
  private final Findings findings;
  private final LongAdder operations;
  private final Random random;
  private final Pauses pauses;
  private final Writes writes;
  private final Reads reads;
  private volatile boolean closing;

  Desk(Ledger ledger, Storm.Setting setting, long seed) {
    this.ledger = ledger;
    this.ledgers = setting.ledgers();
    this.pool = setting.pool();
    this.plan = setting.plan();
    this.runners = setting.runners();
    this.clock = setting.clock();
    this.findings = setting.findings();
    this.operations = setting.operations();
    this.random = new Random(seed);
    Witness witness = new Witness(findings, setting.reads());
    this.pauses = new Pauses(plan.linger(), random);
    this.writes = new Writes(ledger, plan.engine(), clock, witness, random);
    this.reads = new Reads(clock, witness, random);
  }

  void close() {
    closing = true;
  }

  @Override
  public void run() {
    while (!closing) {
      try (Connection connection = pool.get();
          SqlRunner sql = runners.on(connection)) {
        for (int turn = 0; turn < plan.stint() && !closing && !connection.isClosed(); turn++) {
          turn(connection, sql);
        }
      } catch (SQLException e) {
        failed(e, false);
      }
    }
  }

  private void turn(Connection connection, SqlRunner sql) throws SQLException {
    Isolation isolation = Isolation.any(random, plan.snapshots());
    Draft draft = new Draft(ledger, isolation);
    List<Entry> batched = new ArrayList<>();
    try {
      isolation.begin(connection);
      int done =
          isolation.isTransaction()
              ? transaction(connection, sql, draft, batched)
              : operation(sql, draft, other(), batched);
      operations.add(done);
    } catch (SQLException e) {
      draft.discard();
      if (!isolation.isTransaction()) {
        batched.forEach(entry -> ledger.doubt(entry.id()));
      }
      failed(e, isolation.isTransaction());
      rollBack(connection, isolation);
    }
  }

  private int transaction(Connection connection, SqlRunner sql, Draft draft, List<Entry> batched)
      throws SQLException {
    Other other = other();
    if (random.nextInt(8) == 0) {
      sql.row(TrafficSql.GLANCE, 0L);
      pauses.linger();
    }
    int done = 0;
    int planned = 1 + random.nextInt(MOST_OPERATIONS);
    for (int i = 0; i < planned; i++) {
      done += work(sql, draft, other, batched);
    }
    if (random.nextInt(20) == 0) {
      connection.rollback();
      draft.discard();
    } else {
      connection.commit();
      draft.publish(clock.now());
    }
    return done;
  }

  private int operation(SqlRunner sql, Draft draft, @Nullable Other other, List<Entry> batched)
      throws SQLException {
    int done = work(sql, draft, other, batched);
    draft.publish(clock.now());
    return done;
  }

  private int work(SqlRunner sql, Draft draft, @Nullable Other other, List<Entry> batched)
      throws SQLException {
    if (random.nextInt(100) < plan.writePercent()) {
      if (random.nextInt(8) == 0) {
        writes.batch(sql, draft, batched);
      } else {
        writes.any(sql, draft);
      }
    } else if (other != null && random.nextBoolean()) {
      reads.others(sql, other.ledger, other.known);
    } else {
      reads.own(sql, draft);
    }
    return 1;
  }

  private record Other(Ledger ledger, Entry known) {}

  /** A row of any desk but this one, as published by now: before the turn's first statement. */
  private @Nullable Other other() {
    Ledger other = ledgers.get(random.nextInt(ledgers.size()));
    Entry known = other.at(random.nextInt(Ledger.SLOTS));
    return other == ledger || known == null ? null : new Other(other, known);
  }

  private void failed(SQLException error, boolean inTransaction) {
    findings.failed(error, inTransaction);
    Pauses.pause(PAUSE_AFTER_ERROR_MILLIS);
  }

  private void rollBack(Connection connection, Isolation isolation) throws SQLException {
    // A pool closes the connection under its user when it takes an error for the end of it.
    if (isolation.isTransaction() && !connection.isClosed()) {
      connection.rollback();
    }
  }
}
