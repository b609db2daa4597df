package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.BaselineFolder;
import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.log.ChangeLog;
import dev.lacuna.agent.observe.Inbox;
import dev.lacuna.agent.observe.Observation;
import dev.lacuna.agent.observe.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The agent's one thread: all that is slow happens here, for one database after the other. */
public final class AgentThread implements Runnable, Inbox.Reader {

  private static final long ROUND_MILLIS = 200;

  /** An application that has just begun to ask its database has better use for the processors. */
  private static final long PATIENCE_MILLIS = 500;

  private final Inbox inbox;
  private final BaselineFolder folder;
  private final ChangeLog log;
  private final Map<Target, TargetWatch> targets = new HashMap<>();

  public AgentThread(Inbox inbox, BaselineFolder folder, ChangeLog log) {
    this.inbox = inbox;
    this.folder = folder;
    this.log = log;
  }

  /** Starts the thread, which ends with the JVM. */
  @Override
  public Thread start() {
    Thread thread = new Thread(null, this, "lacuna-agent");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    Bridge.ignoreThisThread();
    waitABit();
    while (Bridge.isAttached()) {
      try {
        round();
      } catch (Exception | LinkageError fault) {
        Bridge.fault(fault);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS));
    }
    targets.values().forEach(TargetWatch::close);
  }

  private static void waitABit() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void round() throws IOException {
    takeAll();
    for (TargetWatch target : List.copyOf(targets.values())) {
      target.round(System.nanoTime());
      newcomers();
    }
  }

  /** With many databases, a query that is new to one does not wait for a look at all of them. */
  private void newcomers() throws IOException {
    takeAll();
    for (TargetWatch target : List.copyOf(targets.values())) {
      if (target.hasNews(System.nanoTime())) {
        target.round(System.nanoTime());
      }
    }
  }

  private void takeAll() {
    for (Observation next = inbox.poll(); next != null; next = inbox.poll()) {
      targets
          .computeIfAbsent(
              next.target(), target -> new TargetWatch(target, folder, log, this::takeAll))
          .take(next);
    }
  }
}
