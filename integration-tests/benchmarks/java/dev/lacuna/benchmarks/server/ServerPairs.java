package dev.lacuna.benchmarks.server;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares Lacuna with the plain driver on real servers: short rounds in turns, and the median of
 * the ratios of neighbours, so that what else the machine does falls on both. Prints a table.
 *
 * <p>The arguments: how many rounds, then the engines by their names.
 */
public final class ServerPairs {

  private static final long ROUND_NANOS = 100_000_000;
  private static final String AT_THE_SERVER = "&useServerPrepStmts=true&cachePrepStmts=true";

  private final int rounds;

  private ServerPairs(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Runs them.
   *
   * @param arguments how many rounds a pair, and the engines: {@code 40 POSTGRESQL MYSQL}
   */
  public static void main(String[] arguments) throws SQLException {
    ServerPairs pairs = new ServerPairs(Integer.parseInt(arguments[0]));
    System.out.println(
        "| engine | work | column | throughput, Lacuna / plain | p50 µs, plain → Lacuna | p99 µs |"
            + " client CPU µs |\n| --- | --- | --- | ---: | ---: | ---: | ---: |");
    for (String engine : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      pairs.compare(Engine.valueOf(engine));
    }
  }

  private void compare(Engine engine) throws SQLException {
    TestDatabase database = Desk.create(engine);
    if (engine == Engine.MYSQL) {
      // Else Connector/J tells the OpenTelemetry that a class path with other wrappers has.
      database = withOptions(database, "&openTelemetry=DISABLED");
    }
    compare(database, engine.urlName());
    if (engine != Engine.POSTGRESQL) {
      // pgjdbc prepares at the server what runs a fifth time; these only where they are told to.
      compare(withOptions(database, AT_THE_SERVER), engine.urlName() + ", prepared at the server");
    }
  }

  private static TestDatabase withOptions(TestDatabase database, String options) {
    return new TestDatabase(database.engine(), database.name(), database.address() + options);
  }

  private void compare(TestDatabase database, String title) throws SQLException {
    warmUp(database);
    for (Job job : Job.values()) {
      for (Column column : Column.values()) {
        database.run("TRUNCATE TABLE desk_log");
        compare(database, title, job, column);
      }
    }
  }

  /** The compiler of the JVM is to be done with the driver before the first pair. */
  private static void warmUp(TestDatabase database) throws SQLException {
    try (Connection lacuna = DriverManager.getConnection(database.lacunaUrl(""))) {
      for (Job job : Job.values()) {
        new Side(lacuna, job, job.text("city"), true).run(20 * ROUND_NANOS);
      }
    }
  }

  private void compare(TestDatabase database, String title, Job job, Column column)
      throws SQLException {
    try (Connection plain = database.plain();
        Connection lacuna = DriverManager.getConnection(database.lacunaUrl(column.declared()))) {
      Side one = new Side(plain, job, job.text(column.plain()), column.plain() != null);
      Side other = new Side(lacuna, job, job.text(column.mentioned()), true);
      run(one, other, rounds / 2);
      one.reset();
      other.reset();
      double ratio = run(one, other, rounds);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.3f | %.0f → %.0f | %.0f → %.0f | %.1f → %.1f |%n",
          title,
          job.title(),
          column.title(),
          ratio,
          one.micros(0.5),
          other.micros(0.5),
          one.micros(0.99),
          other.micros(0.99),
          one.processorMicros(),
          other.processorMicros());
    }
  }

  private static double run(Side plain, Side lacuna, int rounds) throws SQLException {
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      boolean plainFirst = i % 2 == 0;
      double first = (plainFirst ? plain : lacuna).run(ROUND_NANOS);
      double second = (plainFirst ? lacuna : plain).run(ROUND_NANOS);
      ratios[i] = plainFirst ? second / first : first / second;
    }
    Arrays.sort(ratios);
    return (ratios[(rounds - 1) / 2] + ratios[rounds / 2]) / 2;
  }
}
