package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.Test;

/** What a million rows cost in objects: nothing, as the driver here makes none either. */
class AllocationTest {

  private static final int ROWS = 1_000_000;

  /** What the JVM itself may allocate on the thread meanwhile, a few times, not once a row. */
  private static final long NOISE = 10_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private interface Work {
    long row(int i) throws SQLException;
  }

  private final LacunaConnection connection =
      LacunaConnection.wrap(Session.TRANSPARENT, frugal(Connection.class));

  @Test
  void rowsAndGetters_allocateNothing() throws Exception {
    ResultSet rows = LacunaResultSet.wrap(connection, frugal(ResultSet.class));

    assertThat(
            bytesFor(
                i ->
                    (rows.next() ? 1 : 0)
                        + rows.getInt(1)
                        + rows.getLong("id")
                        + (long) rows.getDouble(2)
                        + rows.getString(3).length()
                        + rows.getObject(4).hashCode()
                        + (rows.wasNull() ? 1 : 0)))
        .isLessThan(NOISE);
  }

  @Test
  void setters_allocateNothing() throws Exception {
    PreparedStatement statement =
        LacunaPreparedStatement.wrap(connection, frugal(PreparedStatement.class));

    assertThat(
            bytesFor(
                i -> {
                  statement.setInt(1, i);
                  statement.setLong(2, i);
                  statement.setString(3, "text");
                  statement.addBatch();
                  return 0;
                }))
        .isLessThan(NOISE);
  }

  @Test
  void running_allocatesNothing() throws Exception {
    PreparedStatement statement =
        LacunaPreparedStatement.wrap(connection, frugal(PreparedStatement.class));

    assertThat(bytesFor(i -> statement.execute() ? 1 : statement.executeUpdate()))
        .isLessThan(NOISE);
  }

  @Test
  void resultSet_costsOneObject() throws Exception {
    LacunaStatement statement = LacunaStatement.wrap(connection, frugal(Statement.class));
    ResultSet one = frugal(ResultSet.class);
    ResultSet other = frugal(ResultSet.class);

    long bytes = bytesFor(i -> statement.current(i % 2 == 0 ? one : other) == null ? 1 : 0);

    assertThat(bytes / ROWS).isLessThanOrEqualTo(32);
  }

  private static long bytesFor(Work work) throws SQLException {
    long sum = run(work) + run(work);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    sum += run(work);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(sum).isNotNegative();
    return bytes;
  }

  private static long run(Work work) throws SQLException {
    long sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += work.row(i);
    }
    return sum;
  }

  /** A driver whose methods return a constant. */
  private static <T> T frugal(Class<T> jdbc) {
    try {
      return jdbc.cast(
          new ByteBuddy()
              .subclass(Object.class)
              .implement(jdbc)
              .method(ElementMatchers.isAbstract())
              .intercept(StubMethod.INSTANCE)
              .method(ElementMatchers.returns(String.class).or(ElementMatchers.named("getObject")))
              .intercept(FixedValue.value("text"))
              .make()
              .load(AllocationTest.class.getClassLoader())
              .getLoaded()
              .getConstructor()
              .newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
