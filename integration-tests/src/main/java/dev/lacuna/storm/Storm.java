package dev.lacuna.storm;

import java.io.Serializable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Desks that read and write {@code users.nickname} all at once. Between {@link #start()} and {@link
 * #finish} the table may be changed through {@link UsersTable}.
 */
public final class Storm {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What all desks share. */
  record Setting(
      Connections pool,
      Plan plan,
      SqlRunner.Factory runners,
      SchemaClock clock,
      List<Ledger> ledgers,
      Findings findings,
      LongAdder operations,
      LongAdder reads) {}

  /**
   * What came out.
   *
   * @param reads rows read and compared with what they must be
   * @param storedWrites writes that ran while the column was surely there, each found in the
   *     table's history
   * @param vanishedWrites writes that ran while it was surely missing, none found there
   * @param rows rows compared at the end
   */
  public record Outcome(
      long operations,
      long reads,
      long storedWrites,
      long vanishedWrites,
      long rows,
      Findings findings)
      implements Serializable {

    /** What two storms on one table came to. */
    Outcome plus(Outcome other) {
      findings.add(other.findings);
      return new Outcome(
          operations + other.operations,
          reads + other.reads,
          storedWrites + other.storedWrites,
          vanishedWrites + other.vanishedWrites,
          rows + other.rows,
          findings);
    }

    @Override
    public String toString() {
      return "%,d operations, %,d reads compared, %,d writes stored, %,d vanished, %,d rows at the end; %s"
          .formatted(operations, reads, storedWrites, vanishedWrites, rows, findings);
    }
  }

  private final Setting setting;
  private final List<Desk> desks;
  private final ExecutorService threads;

  /** A storm over that pool, with statements prepared or not, as the plan has it. */
  public static Storm over(Connections pool, Plan plan, SchemaClock clock, long seed) {
    Random random = new Random(seed);
    Pauses pauses = new Pauses(plan.linger(), random);
    return new Storm(
        pool,
        plan,
        connection ->
            random.nextInt(100) < plan.textPercent()
                ? new TextRunner(connection, plan.engine(), pauses::seldom)
                : new PreparedRunner(connection, plan.engine(), pauses::seldom),
        clock,
        seed);
  }

  Storm(Connections pool, Plan plan, SqlRunner.Factory runners, SchemaClock clock, long seed) {
    List<Ledger> ledgers =
        IntStream.range(0, plan.desks())
            .mapToObj(index -> new Ledger(plan.firstDesk() + index))
            .toList();
    setting =
        new Setting(
            pool, plan, runners, clock, ledgers, new Findings(), new LongAdder(), new LongAdder());
    desks = new ArrayList<>();
    for (Ledger ledger : ledgers) {
      desks.add(new Desk(ledger, setting, seed + ledger.desk()));
    }
    threads = Executors.newFixedThreadPool(plan.desks());
  }

  public void start() {
    desks.forEach(threads::execute);
  }

  /** Operations done by now. */
  public long operations() {
    return setting.operations().sum();
  }

  /** What was found by now: the audit is still to come. */
  public Findings findings() {
    return setting.findings();
  }

  /** Closes the desks and audits the table, which must have the column. */
  public Outcome finish(Connections plain) throws SQLException, InterruptedException {
    desks.forEach(Desk::close);
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      threads.shutdownNow();
      throw new IllegalStateException("A desk did not come to an end within " + PATIENCE);
    }
    Auditor.Audit audit =
        new Auditor(plain, findings()).audit(setting.ledgers(), setting.clock().now());
    return new Outcome(
        operations(),
        setting.reads().sum(),
        audit.stored(),
        audit.vanished(),
        audit.rows(),
        findings());
  }
}
