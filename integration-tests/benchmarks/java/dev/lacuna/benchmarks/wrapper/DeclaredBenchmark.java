package dev.lacuna.benchmarks.wrapper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
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

/** What Lacuna costs at the client where statements mention declared columns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeclaredBenchmark {

  /** What is declared for the table that the statements use. */
  public enum Declared {
    /** The bare stub: no Lacuna. */
    STUB {
      @Override
      Contender.Source open() {
        return Contender.STUB.open();
      }
    },
    /** Columns of other tables. */
    OTHERS {
      @Override
      Contender.Source open() {
        return Contender.lacuna(Contender.others(20));
      }
    },
    /** Columns that the table has. */
    PRESENT {
      @Override
      Contender.Source open() {
        return Contender.lacuna("users.city text; users.age int");
      }
    },
    /** Columns that the table lacks. */
    MISSING {
      @Override
      Contender.Source open() {
        return Contender.lacuna("users.nickname varchar(40); users.rank int not null default 0");
      }
    };

    abstract Contender.Source open();
  }

  /** What is declared. */
  @Param public Declared declared;

  private Connection connection;
  private String select;
  private String update;
  private String insert;

  /** Takes a connection. */
  @Setup
  public void open() throws SQLException {
    connection = declared.open().connect();
    String column = declared == Declared.MISSING ? "nickname" : "city";
    select = "SELECT id, name, " + column + ", age, balance FROM users WHERE id > ?";
    update = "UPDATE users SET balance = ?, " + column + " = ? WHERE id = 7";
    insert = "INSERT INTO users (id, " + column + ") VALUES (?, ?)";
    Work.settle();
  }

  /** Gives it back. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }

  /** A read of the column: prepare, bind, execute, read 10 rows × 5 columns. */
  @Benchmark
  public long read() throws SQLException {
    return Work.byIndex(connection, select);
  }

  /** A star: the same. */
  @Benchmark
  public long star() throws SQLException {
    return Work.byIndex(connection, "SELECT * FROM users WHERE id > ?");
  }

  /** A write of the column. */
  @Benchmark
  public int update() throws SQLException {
    return Work.write(connection, update);
  }

  /** A new row with the column. */
  @Benchmark
  public int insert() throws SQLException {
    return Work.write(connection, insert);
  }
}
