package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An engine's shared server, which statements may bring down. Thread-safe. */
final class MortalServer {

  /** What is done with it. */
  interface Use<T> {
    T make() throws SQLException;
  }

  private final Engine engine;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private volatile int deaths;

  MortalServer(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /** How often it was brought up again; what is connected to it lasts no longer. */
  int deaths() {
    return deaths;
  }

  /** Uses it while others do. */
  <T> T amongOthers(Use<T> use) throws SQLException {
    return locked(lock.readLock(), use);
  }

  /** Uses it while nobody else does, so that a crash is of this use. */
  <T> T alone(Use<T> use) throws SQLException {
    return locked(lock.writeLock(), use);
  }

  /**
   * Brings it up again, unless that has been done; for one who uses it alone.
   *
   * @param known the deaths when it was found dead
   */
  void revive(int known) {
    if (deaths == known) {
      TestServer.revived(engine);
      deaths = known + 1;
    }
  }

  private static <T> T locked(Lock lock, Use<T> use) throws SQLException {
    lock.lock();
    try {
      return use.make();
    } finally {
      lock.unlock();
    }
  }
}
