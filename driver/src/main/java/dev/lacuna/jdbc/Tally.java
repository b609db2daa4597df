package dev.lacuna.jdbc;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is out of the ordinary, and logs it once for each text. Values are not logged: a text
 * is, as the application wrote it, cut to a readable length.
 *
 * <p>Safe for use by several threads; shared by connections with the same URL and options.
 */
public final class Tally {

  /** Fetched when there is something to log: a logging framework takes its time to start. */
  private static final class Log {
    static final Logger LOG = LoggerFactory.getLogger("dev.lacuna");
  }

  private static final int MAX_LOGGED_TEXTS = 10_000;
  private static final int MAX_TEXT_LENGTH = 300;

  private final LongAdder unsupported = new LongAdder();
  private final LongAdder discarded = new LongAdder();
  private final LongAdder resent = new LongAdder();
  private final LongAdder retryable = new LongAdder();
  private final Set<String> loggedUnsupported = ConcurrentHashMap.newKeySet();
  private final Set<String> loggedDiscarded = ConcurrentHashMap.newKeySet();
  private final Set<String> loggedAbsent = ConcurrentHashMap.newKeySet();

  void unsupported(String sql, String reason) {
    unsupported.increment();
    if (isFirst(loggedUnsupported, sql)) {
      Log.LOG.warn(
          "Sent unchanged, though it names a declared column, because {}: {}", reason, shown(sql));
    }
  }

  void discarded(String sql) {
    discarded.increment();
    if (isFirst(loggedDiscarded, sql)) {
      Log.LOG.info("A value written to a missing column is discarded: {}", shown(sql));
    }
  }

  void resent() {
    resent.increment();
  }

  void retryable() {
    retryable.increment();
  }

  void absentTable(String table) {
    if (isFirst(loggedAbsent, table)) {
      Log.LOG.warn(
          "A column is declared for table {}, which does not exist in this database: statements on"
              + " it go to the driver as they come.",
          table);
    }
  }

  void tablesNotSeen(SQLException refusal) {
    Log.LOG.info(
        "Whether the tables exist that columns are declared for could not be seen: {}",
        refusal.getMessage());
  }

  /** Asked at each run: a plain set is read without a write, and begun anew when it is full. */
  private static boolean isFirst(Set<String> logged, String text) {
    if (logged.contains(text)) {
      return false;
    }
    if (logged.size() >= MAX_LOGGED_TEXTS) {
      logged.clear();
    }
    return logged.add(text);
  }

  // Literals are values, and a log is no place for them: what is shown has none.
  private static String shown(String sql) {
    String masked = Literals.mask(sql);
    return masked.length() <= MAX_TEXT_LENGTH ? masked : masked.substring(0, MAX_TEXT_LENGTH) + "…";
  }

  /** What was counted up to now. */
  public Statistics statistics() {
    return new Statistics(unsupported.sum(), discarded.sum(), resent.sum(), retryable.sum());
  }
}
