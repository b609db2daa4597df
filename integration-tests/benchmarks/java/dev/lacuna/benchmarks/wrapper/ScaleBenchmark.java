package dev.lacuna.benchmarks.wrapper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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

/** How Lacuna's cost grows: with what is declared, with the texts, with their length. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScaleBenchmark {

  /** Columns of tables that the statement does not mention. */
  @State(Scope.Thread)
  public static class Columns {

    /** How many. */
    @Param({"1", "10", "100", "1000"})
    public int columns;

    private Connection connection;
    private int next;

    /** Takes a connection. */
    @Setup
    public void open() throws SQLException {
      connection = Contender.lacuna(Contender.others(columns)).connect();
      Work.settle();
    }

    /** Gives it back. */
    @TearDown
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** Texts that differ in a literal. */
  @State(Scope.Thread)
  public static class Texts {

    // The connections of one run share what they know.
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Who stands between. */
    @Param({"STUB", "LACUNA_20"})
    public Contender contender;

    /** How many. */
    @Param({"100", "1000", "10000", "100000"})
    public int texts;

    private Connection connection;
    private String[] all;
    private int next;

    /** Takes a connection. */
    @Setup
    public void open() throws SQLException {
      int run = RUNS.incrementAndGet();
      connection = contender.open().connect();
      all =
          IntStream.range(0, texts)
              .mapToObj(i -> "SELECT id FROM users WHERE city = 'city " + run + "/" + i + "'")
              .toArray(String[]::new);
      Work.settle();
    }

    /** Gives it back. */
    @TearDown
    public void close() throws SQLException {
      connection.close();
    }

    String next() {
      next = next == all.length - 1 ? 0 : next + 1;
      return all[next];
    }
  }

  /** A statement with an IN list; a column that it mentions is declared, or none. */
  @State(Scope.Thread)
  public static class Lists {

    /** What is declared. */
    @Param public DeclaredBenchmark.Declared declared;

    /** The length of the list; an element has about five characters. */
    @Param({"10", "100", "1000", "10000", "200000"})
    public int elements;

    private Connection connection;
    private String head;
    private String tail;
    private int next;

    /** Takes a connection. */
    @Setup
    public void open() throws SQLException {
      connection = declared.open().connect();
      String column = declared == DeclaredBenchmark.Declared.MISSING ? "nickname" : "city";
      head = "SELECT id, " + column + " FROM users WHERE id IN (";
      tail =
          IntStream.range(0, elements)
              .mapToObj(i -> "" + (1000 + i % 9000))
              .collect(Collectors.joining(",", "", ")"));
      Work.settle();
    }

    /** Gives it back. */
    @TearDown
    public void close() throws SQLException {
      connection.close();
    }

    /** A text that has not been there. */
    String fresh() {
      return head + next++ + "," + tail;
    }
  }

  /** A prepared statement, cached. */
  @Benchmark
  public long prepared(Columns state) throws SQLException {
    return Work.byIndex(state.connection, WrapperBenchmark.SELECT);
  }

  /** A statement whose text never comes again. */
  @Benchmark
  public boolean freshText(Columns state) throws SQLException {
    return Work.plain(
        state.connection,
        "SELECT id, name, city FROM users WHERE city = 'city " + state.next++ + "'");
  }

  /** One of many texts. */
  @Benchmark
  public boolean manyTexts(Texts state) throws SQLException {
    return Work.plain(state.connection, state.next());
  }

  /** A long text that never comes again. */
  @Benchmark
  public boolean longText(Lists state) throws SQLException {
    return Work.plain(state.connection, state.fresh());
  }

  /** A connection a thread. */
  @State(Scope.Thread)
  public static class Threads {

    /** Who stands between. */
    @Param({"STUB", "LACUNA_20", "HIKARICP"})
    public Contender contender;

    private Connection connection;

    /** Takes a connection, each thread its own. */
    @Setup
    public void open() throws SQLException {
      connection = contender.open().connect();
      Work.settle();
    }

    /** Gives it back. */
    @TearDown
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** A connection a thread: run with {@code -t 1} and {@code -t 64}. */
  @Benchmark
  public long threads(Threads state) throws SQLException {
    return Work.byIndex(state.connection, WrapperBenchmark.SELECT);
  }
}
