package dev.lacuna.storm;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The life of the column in steps, four to a cycle.
 *
 * <p>The one thread that changes the schema advances the clock <em>before</em> it sends a DDL
 * statement and again <em>after</em> that statement has returned. So whoever reads the same tick
 * before a statement and after it knows that no DDL was under way meanwhile: within {@link
 * Step#PRESENT} the server had the column, within {@link Step#ABSENT} it had not. The counter is
 * read and written as a volatile one, and that is the whole happens-before argument; it holds
 * between JVMs too, which see the same memory where they have mapped the same file.
 */
public final class SchemaClock {

  /** What a tick says of the column. */
  public enum Step {
    ABSENT,
    ADDING,
    PRESENT,
    DROPPING
  }

  private static final Step[] STEPS = Step.values();

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer tick;

  /** A clock for this JVM alone. */
  public SchemaClock() {
    this(ByteBuffer.allocateDirect(Long.BYTES));
  }

  private SchemaClock(ByteBuffer tick) {
    this.tick = tick;
  }

  /**
   * The clock of all JVMs on this machine that name the file.
   *
   * @param file is made if it is not there
   */
  static SchemaClock shared(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SchemaClock(channel.map(MapMode.READ_WRITE, 0, Long.BYTES));
    }
  }

  /** The tick now; it starts in {@link Step#ABSENT} of cycle 0. */
  public long now() {
    return (long) LONGS.getVolatile(tick, 0);
  }

  /** To be called by the one thread that changes the schema. */
  void advance() {
    LONGS.setVolatile(tick, 0, now() + 1);
  }

  /**
   * To be called by the one thread that changes the schema: goes on to the next such step.
   *
   * <p>One statement that drops the column and adds another is all of a cycle's end and the next
   * one's beginning: from {@link Step#PRESENT} to {@link Step#ADDING}.
   */
  void advanceTo(Step step) {
    long next = now() + 1;
    while (step(next) != step) {
      next++;
    }
    LONGS.setVolatile(tick, 0, next);
  }

  static Step step(long tick) {
    return STEPS[(int) (tick % STEPS.length)];
  }

  static String describe(long tick) {
    return step(tick) + " of cycle " + tick / STEPS.length;
  }
}
