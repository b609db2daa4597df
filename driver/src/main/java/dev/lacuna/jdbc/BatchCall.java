package dev.lacuna.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * One of the two ways to run a batch.
 *
 * @param <R> the update counts: {@code int[]} or {@code long[]}
 */
abstract class BatchCall<R> {

  static final BatchCall<int[]> EXECUTE =
      new BatchCall<>() {
        @Override
        int[] on(Statement statement) throws SQLException {
          return statement.executeBatch();
        }

        @Override
        long[] widen(int[] counts) {
          return Arrays.stream(counts).asLongStream().toArray();
        }

        @Override
        int[] narrow(long[] counts) {
          return Arrays.stream(counts).mapToInt(Math::toIntExact).toArray();
        }
      };

  static final BatchCall<long[]> EXECUTE_LARGE =
      new BatchCall<>() {
        @Override
        long[] on(Statement statement) throws SQLException {
          return statement.executeLargeBatch();
        }

        @Override
        long[] widen(long[] counts) {
          return counts;
        }

        @Override
        long[] narrow(long[] counts) {
          return counts;
        }
      };

  private BatchCall() {}

  /** Runs the batch of the driver's statement. */
  abstract R on(Statement statement) throws SQLException;

  abstract long[] widen(R counts);

  /** Back to what {@link #widen} was given; no count has grown meanwhile. */
  abstract R narrow(long[] counts);
}
