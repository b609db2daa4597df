package dev.lacuna.benchmarks.wrapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each contender costs where no declared column is concerned. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class WrapperBenchmark {

  static final String SELECT = "SELECT id, name, city, age, balance FROM users WHERE id > ?";
  static final String INSERT = "INSERT INTO users (id, name, city) VALUES (?, ?, ?)";

  /** Who stands between. */
  @Param public Contender contender;

  private Contender.Source source;
  private Connection connection;
  private ResultSet rows;
  private String[] texts;
  private int next;

  /** Takes a connection, and a result set whose getter is measured by itself. */
  @Setup
  public void open() throws SQLException {
    source = contender.open();
    connection = source.connect();
    texts =
        IntStream.range(0, 50)
            .mapToObj(i -> "SELECT id, name, city FROM users WHERE city = 'city " + i + "'")
            .toArray(String[]::new);
    @SuppressWarnings("resource") // as long as the benchmark
    PreparedStatement statement = connection.prepareStatement(SELECT);
    statement.setLong(1, 7);
    rows = statement.executeQuery();
    rows.next();
    Work.settle();
  }

  /** Gives it back. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }

  /** Prepare, bind, execute, read 10 rows × 5 columns by index. */
  @Benchmark
  public long preparedByIndex() throws SQLException {
    return Work.byIndex(connection, SELECT);
  }

  /** Prepare, bind, execute, read 10 rows × 5 columns by label. */
  @Benchmark
  public long preparedByLabel() throws SQLException {
    return Work.byLabel(connection, SELECT);
  }

  /** One getter. */
  @Benchmark
  public int getter() throws SQLException {
    return rows.getInt(4);
  }

  /** A plain statement, of 50 texts. */
  @Benchmark
  public boolean fiftyTexts() throws SQLException {
    next = next == 49 ? 0 : next + 1;
    return Work.plain(connection, texts[next]);
  }

  /** A plain statement whose text never comes again. */
  @Benchmark
  public boolean freshTexts() throws SQLException {
    return Work.plain(
        connection, "SELECT id, name, city FROM users WHERE city = 'city " + next++ + "'");
  }

  /** A batch of 100 rows × 3 values. */
  @Benchmark
  public int batch() throws SQLException {
    return Work.batch(connection, INSERT);
  }

  /** Connect and close. */
  @Benchmark
  public boolean connect() throws SQLException {
    try (Connection another = source.connect()) {
      return another.isClosed();
    }
  }
}
