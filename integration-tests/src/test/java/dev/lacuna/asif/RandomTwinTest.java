package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.asif.RandomTwin.Report;
import dev.lacuna.asif.RandomTwin.Verdict;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random statements answer through Lacuna as they do on the twin. {@code -Drandom.statements} says
 * how many are made an engine, {@code -Drandom.seed} from which seed; a failure tells its seed and
 * number, and the simplest statement that fails alike.
 */
class RandomTwinTest {

  private static final int STATEMENTS = Integer.getInteger("random.statements", 20_000);
  private static final long SEED = Long.getLong("random.seed", 20_261_121);
  private static final int WORKERS = Integer.getInteger("random.workers", 3);

  @Test
  void postgresql_answersAsTheTwin() throws Exception {
    assertThat(disagreements(Engine.POSTGRESQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_answersAsTheTwin() throws Exception {
    assertThat(disagreements(Engine.MYSQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_answersAsTheTwin() throws Exception {
    assertThat(disagreements(Engine.MARIADB)).isEmpty();
  }

  private static List<String> disagreements(Engine engine) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Report>> shares = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        shares.add(workers.submit(() -> share(engine, first)));
      }
      List<Report> reports = new ArrayList<>();
      for (Future<Report> share : shares) {
        reports.add(share.get());
      }
      return judged(engine, Report.of(reports));
    } finally {
      workers.shutdownNow();
    }
  }

  /** Runs every so manieth statement, on twins of its own. */
  private static Report share(Engine engine, int first) throws SQLException {
    try (Pair twins = Pair.of(engine, "random" + first)) {
      return new RandomTwin(twins, SEED)
          .run(IntStream.iterate(first, number -> number < STATEMENTS, number -> number + WORKERS));
    }
  }

  /** Statements that prove nothing must be few. */
  private static List<String> judged(Engine engine, Report report) {
    String told = "%s, seed %d: %s".formatted(engine, SEED, report.verdicts());
    System.out.println(told);
    List<String> wrong = new ArrayList<>(report.disagreements());
    if (report.count(Verdict.REFUSED) * 100 > report.count()) {
      wrong.add("more than one in a hundred has no answer: " + told);
    }
    if (report.count(Verdict.FAILS_ALIKE) * 5 > report.count()) {
      wrong.add("more than one in five fails on both twins: " + told);
    }
    return wrong;
  }
}
