package dev.lacuna.agent.bridge;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the code put into the drivers calls. Nothing leaves it: a fault of the agent's is counted,
 * and after {@value #MAX_FAULTS} of them the agent steps aside for good and says so once.
 *
 * <p>A driver's methods call each other; only the outermost call counts. The agent's own threads
 * are not observed at all.
 */
public final class Bridge {

  private static final int MAX_FAULTS = 20;

  private static final AtomicBoolean CLAIMED = new AtomicBoolean();
  private static final AtomicInteger FAULTS = new AtomicInteger();
  private static final ThreadState STATE = new ThreadState();

  private static volatile @Nullable Sink sink;

  private Bridge() {}

  /** What one thread is in the middle of. */
  private static final class Depth {
    boolean running;
    boolean ignored;
    @Nullable String ownText;
    @Nullable String sentText;
  }

  // No lambda: it would start the machinery of lambdas before the application needs it.
  private static final class ThreadState extends ThreadLocal<Depth> {
    @Override
    protected Depth initialValue() {
      return new Depth();
    }
  }

  /** What {@link #enter} and {@link #send} answer, and {@link #exit} takes. */
  private static final class Run {
    final Sink sink;
    final Object begun;
    final long start = System.nanoTime();

    Run(Sink sink, Object begun) {
      this.sink = sink;
      this.begun = begun;
    }
  }

  private static final class Sent {
    final @Nullable String ownText;
    final @Nullable String sentText;

    Sent(Depth before) {
      ownText = before.ownText;
      sentText = before.sentText;
    }
  }

  /** True for the first agent in this JVM alone. */
  public static boolean claim() {
    return CLAIMED.compareAndSet(false, true);
  }

  public static void attach(Sink to) {
    sink = to;
  }

  public static void detach() {
    sink = null;
  }

  public static boolean isAttached() {
    return sink != null;
  }

  /** Nothing that the calling thread does from now on is observed. */
  public static void ignoreThisThread() {
    STATE.get().ignored = true;
  }

  public static void connected(
      @Nullable Object driver, Object source, @Nullable Object info, @Nullable Object connection) {
    Sink to = sink;
    if (to == null || connection == null || STATE.get().ignored) {
      return;
    }
    try {
      to.connected(driver, source, info, connection);
    } catch (Throwable fault) {
      fault(fault);
    }
  }

  public static void created(Object connection, @Nullable Object statement, @Nullable Object sql) {
    Sink to = sink;
    if (to == null || statement == null || isOwn()) {
      return;
    }
    try {
      to.created(connection, statement, (String) sql);
    } catch (Throwable fault) {
      fault(fault);
    }
  }

  public static void changed(Object connection, String method, @Nullable Object value) {
    Sink to = sink;
    if (to == null || isOwn()) {
      return;
    }
    try {
      to.changed(connection, method, (String) value);
    } catch (Throwable fault) {
      fault(fault);
    }
  }

  public static boolean wants(Object statement) {
    Sink to = sink;
    try {
      return to != null && to.wants(statement);
    } catch (Throwable fault) {
      fault(fault);
      return false;
    }
  }

  public static void bound(
      Object statement, String method, String types, @Nullable Object[] arguments) {
    Sink to = sink;
    if (to == null) {
      return;
    }
    try {
      to.bound(statement, method, types, arguments);
    } catch (Throwable fault) {
      fault(fault);
    }
  }

  /**
   * A statement begins to run.
   *
   * @param sql its text; null for a prepared one
   * @return what {@link #exit} takes; null where the call is none to observe
   */
  public static @Nullable Object enter(Object statement, @Nullable Object sql) {
    Sink to = sink;
    if (to == null) {
      return null;
    }
    Depth depth = STATE.get();
    if (depth.running || depth.ignored) {
      return null;
    }
    try {
      Object begun = to.begin(statement, (String) sql);
      if (begun == null) {
        return null;
      }
      depth.running = true;
      return new Run(to, begun);
    } catch (Throwable fault) {
      fault(fault);
      return null;
    }
  }

  /** The end of {@link #enter} and of {@link #send}. */
  public static void exit(
      @Nullable Object begun, @Nullable Object object, @Nullable Throwable thrown) {
    if (begun instanceof Run run && object != null) {
      end(run, object, thrown);
    } else if (begun instanceof Sent before) {
      Depth depth = STATE.get();
      depth.ownText = before.ownText;
      depth.sentText = before.sentText;
    }
  }

  private static void end(Run run, Object statement, @Nullable Throwable thrown) {
    long nanos = System.nanoTime() - run.start;
    try {
      run.sink.end(statement, run.begun, nanos, thrown);
    } catch (Throwable fault) {
      fault(fault);
    } finally {
      STATE.get().running = false;
    }
  }

  private static boolean isOwn() {
    Depth depth = STATE.get();
    return depth.ignored || depth.running;
  }

  /** A text was added to a batch, to run later. */
  public static void batched(Object statement, @Nullable Object sql) {
    Sink to = sink;
    if (to == null || sql == null || isOwn()) {
      return;
    }
    try {
      Object begun = to.begin(statement, (String) sql);
      if (begun != null) {
        to.end(statement, begun, Sink.UNTIMED, null);
      }
    } catch (Throwable fault) {
      fault(fault);
    }
  }

  /**
   * From here on this thread runs, for Lacuna's driver, what is sent for the application's text. A
   * text that is not the sent one is the driver's own question, and is not observed.
   *
   * @param attempt what has the application's text; null for none
   * @param translation what has the sent text; null for none
   * @return what {@link #exit} takes
   */
  public static @Nullable Object send(@Nullable Object attempt, @Nullable Object translation) {
    Sink to = sink;
    if (to == null) {
      return null;
    }
    Depth depth = STATE.get();
    Sent before = new Sent(depth);
    try {
      depth.ownText = attempt == null ? null : to.ownText(attempt);
      depth.sentText = translation == null ? "" : to.sentText(translation);
    } catch (Throwable fault) {
      fault(fault);
    }
    return before;
  }

  /** The application's text for what is sent; null if the text is none of the application's. */
  public static @Nullable String ownText(String sent) {
    Depth depth = STATE.get();
    if (depth.sentText == null) {
      return sent;
    }
    return depth.sentText.equals(sent) ? depth.ownText : null;
  }

  /** Counts a fault of the agent's own, which the application is not to notice. */
  public static void fault(Throwable fault) {
    int count = FAULTS.incrementAndGet();
    if (count == 1) {
      say("a fault of the agent's own, which the application does not notice: " + name(fault));
    }
    if (count == MAX_FAULTS) {
      sink = null;
      say("stepped aside after " + MAX_FAULTS + " faults, the last one " + name(fault));
    }
  }

  /** The kind and the place; a message might hold values. */
  private static String name(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** One line on standard error: standard output belongs to the application. */
  public static void say(String what) {
    System.err.println("Lacuna agent: " + what);
  }
}
