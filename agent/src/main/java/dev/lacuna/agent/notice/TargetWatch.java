package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.BaselineFolder;
import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.explain.EngineSession;
import dev.lacuna.agent.explain.Sessions;
import dev.lacuna.agent.log.ChangeLog;
import dev.lacuna.agent.observe.Normalizer;
import dev.lacuna.agent.observe.Observation;
import dev.lacuna.agent.observe.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link DatabaseWatch} going on a connection that may break, and says when it does what.
 */
final class TargetWatch {

  private static final long POLL = TimeUnit.SECONDS.toNanos(2);

  /** A statement of this process touched a table: the catalog is looked at often, for a while. */
  private static final long KEEN_POLL = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long KEEN = TimeUnit.SECONDS.toNanos(10);
  private static final long REFRESH = TimeUnit.MINUTES.toNanos(10);
  private static final long SAVE = TimeUnit.SECONDS.toNanos(1);
  private static final long RECONNECT = TimeUnit.SECONDS.toNanos(5);
  private static final long MAX_RECONNECT = TimeUnit.MINUTES.toNanos(5);

  /** So long it waits for a statement to be told of; longer ones wait for a lock. */
  private static final long TOLD = TimeUnit.SECONDS.toNanos(2);

  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int MAX_WAITING = 1_000;

  private final Target target;
  private final BaselineFolder folder;
  private final ChangeLog log;
  private final Runnable takeAll;
  private final List<Observation> waiting = new ArrayList<>();

  /** What a connection that was lost had watched; it takes no room from what comes meanwhile. */
  private List<Observation.Sampled> left = List.of();

  private @Nullable DatabaseWatch watch;
  private long nextConnect = System.nanoTime();
  private long pause = RECONNECT;
  private long nextPoll = System.nanoTime();
  private long nextRefresh = System.nanoTime() + REFRESH;
  private long nextSave = System.nanoTime();
  private long keenUntil = System.nanoTime();
  private boolean saidFailure;

  /**
   * @param takeAll takes what has come meanwhile from the application's threads
   */
  TargetWatch(Target target, BaselineFolder folder, ChangeLog log, Runnable takeAll) {
    this.target = target;
    this.folder = folder;
    this.log = log;
    this.takeAll = takeAll;
  }

  void take(Observation observation) {
    if (observation instanceof Observation.SchemaTouched) {
      keenUntil = System.nanoTime() + KEEN;
      nextPoll = System.nanoTime();
    }
    if (waiting.size() < MAX_WAITING) {
      waiting.add(observation);
    }
  }

  /** Whether something has come that can be seen to. */
  boolean hasNews(long now) {
    return hasWaiting() && (watch != null || now - nextConnect >= 0);
  }

  private boolean hasWaiting() {
    return !waiting.isEmpty() || !left.isEmpty();
  }

  /** Does what is due at a time. */
  void round(long now) throws IOException {
    DatabaseWatch current = connected(now);
    if (current == null) {
      return;
    }
    try {
      handOver(current);
      if (now - nextPoll >= 0) {
        current.poll();
        nextPoll = now + (now - keenUntil < 0 ? KEEN_POLL : POLL);
      }
      if (now - nextRefresh >= 0) {
        current.refresh();
        nextRefresh = now + REFRESH;
      }
      current.work();
    } catch (SQLException e) {
      if (current.session().isBroken()) {
        lost(e, now);
      }
    } finally {
      save(current, now);
    }
  }

  /**
   * The catalog shows what a statement has done a moment before the application's thread has told
   * of the statement.
   */
  private void catchUp() {
    long end = System.nanoTime() + TOLD;
    while (target.isDdlRunning() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(MOMENT);
    }
    takeAll.run();
    DatabaseWatch current = watch;
    if (current != null) {
      handOver(current);
    }
  }

  private void handOver(DatabaseWatch to) {
    List<Observation> all = new ArrayList<>(left);
    all.addAll(waiting);
    left = List.of();
    waiting.clear();
    for (Observation observation : all) {
      if (observation instanceof Observation.Sampled sampled) {
        to.sampled(sampled.query(), sampled.sample());
      } else if (observation instanceof Observation.SchemaTouched touched) {
        to.touched(touched);
      }
    }
  }

  private void save(DatabaseWatch current, long now) throws IOException {
    if (now - nextSave >= 0) {
      current.save();
      long took = System.nanoTime() - now;
      nextSave = now + Math.max(SAVE, 20 * took);
    }
  }

  private @Nullable DatabaseWatch connected(long now) throws IOException {
    if (watch == null && hasWaiting() && now - nextConnect >= 0) {
      try {
        EngineSession session = Sessions.open(target);
        watch = new DatabaseWatch(session, file(session), folder, log, this::catchUp);
        pause = RECONNECT;
      } catch (SQLException e) {
        lost(e, now);
      }
    }
    return watch;
  }

  /** A name that tells the database apart, and no more. */
  private String file(EngineSession session) {
    String place =
        target.url().replaceFirst("\\?.*", "") + ' ' + target.properties().getProperty("user");
    return (session.engine().replaceAll(" .*", "") + "-" + session.database())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_-]", "_")
        + "-"
        + Normalizer.fingerprint(place).substring(0, 8);
  }

  private void lost(SQLException e, long now) {
    if (!saidFailure) {
      saidFailure = true;
      Bridge.say(
          "no connection of its own, SQLSTATE "
              + e.getSQLState()
              + "; it is tried again, less and less often");
    }
    if (watch != null) {
      left = watch.abandon();
      watch = null;
      nextSave = now;
    }
    nextConnect = now + pause;
    pause = Math.min(MAX_RECONNECT, 2 * pause);
  }

  void close() {
    if (watch != null) {
      watch.session().close();
      watch = null;
    }
  }
}
