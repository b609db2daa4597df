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
 * number, and the simplest statement that fails alike. A server that crashes over the plain text by
 * itself is brought up again; such a statement is told, and agrees with nothing.
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
    MortalServer server = new MortalServer(engine);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Report>> shares = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        shares.add(workers.submit(() -> share(server, first)));
      }
      List<Report> reports = new ArrayList<>();
      for (Future<Report> share : shares) {
        reports.add(share.get());
      }
      return judged(server, Report.of(reports));
    } finally {
      workers.shutdownNow();
    }
  }

  /** Runs every so manieth statement, on twins of its own. */
  private static Report share(MortalServer server, int first) throws SQLException {
    try (RandomTwin twin = new RandomTwin(server, "random" + first, SEED)) {
      return twin.run(
          IntStream.iterate(first, number -> number < STATEMENTS, number -> number + WORKERS));
    }
  }

  /** Statements that prove nothing must be few. */
  private static List<String> judged(MortalServer server, Report report) {
    String told = "%s, seed %d: %s".formatted(server.engine(), SEED, report.verdicts());
    System.out.println(told);
    report.serverFaults().forEach(System.out::println);
    List<String> wrong = new ArrayList<>(report.disagreements());
    if (report.count(Verdict.REFUSED) * 100 > report.count()) {
      wrong.add("more than one in a hundred has no answer: " + told);
    }
    if (report.count(Verdict.FAILS_ALIKE) * 5 > report.count()) {
      wrong.add("more than one in five fails on both twins: " + told);
    }
    int faults = report.count(Verdict.SERVER_FAULT) + report.count(Verdict.SERVER_CRASH);
    if (faults * 1_000 > report.count()) {
      wrong.add("over more than one in a thousand the server is at fault: " + told);
    }
    // Each crash is seen once among others, and once alone.
    if (server.deaths() > 2 * report.count(Verdict.SERVER_CRASH)) {
      wrong.add("the server died %d times: %s".formatted(server.deaths(), told));
    }
    return wrong;
  }
}
