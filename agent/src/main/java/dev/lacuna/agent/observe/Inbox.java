package dev.lacuna.agent.observe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The way from the application's threads to the agent's one. It never blocks them: what does not
 * fit is dropped, and the query is sampled again later.
 */
public final class Inbox {

  private static final int CAPACITY = 4_096;

  private final ConcurrentLinkedQueue<Observation> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private volatile @Nullable Reader reader;
  private volatile @Nullable Thread thread;

  /** Who reads. */
  public interface Reader {
    /** Starts the thread that reads; called once, when something has come. */
    Thread start();
  }

  public void readBy(Reader other) {
    reader = other;
  }

  boolean offer(Observation observation) {
    if (size.incrementAndGet() > CAPACITY) {
      size.decrementAndGet();
      return false;
    }
    queue.add(observation);
    Thread known = thread;
    LockSupport.unpark(known == null ? begin() : known);
    return true;
  }

  private synchronized @Nullable Thread begin() {
    Reader wanted = reader;
    if (thread == null && wanted != null) {
      thread = wanted.start();
    }
    return thread;
  }

  /** Null if there is nothing. */
  public @Nullable Observation poll() {
    Observation observation = queue.poll();
    if (observation != null) {
      size.decrementAndGet();
    }
    return observation;
  }
}
