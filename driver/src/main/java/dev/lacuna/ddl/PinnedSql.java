package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Pins statements of MySQL and MariaDB to their verdicts: the server then refuses what it would
 * else do in a heavier way, without a word (MySQL 9.7 Reference Manual, 15.1.11 "ALTER TABLE
 * Statement", performance and space requirements). What a statement pins itself stays.
 */
final class PinnedSql {

  /** Not in that way: 1845, 1846, for a lock 1847; the row versions are used up: 4092, 4157. */
  private static final Set<Integer> NOT_IN_THAT_WAY = Set.of(1845, 1846, 1847, 4092, 4157, 4158);

  private PinnedSql() {}

  /** A text with the pins of its DDL statements, which have been judged in their order. */
  static String of(String sql, List<Verdict> verdicts) {
    StringBuilder pinned = new StringBuilder(sql);
    for (int i = verdicts.size() - 1; i >= 0; i--) {
      Ddl ddl = verdicts.get(i).ddl();
      pinned.insert(ddl.start() + ddl.sql().length(), pins(verdicts.get(i)));
    }
    return pinned.toString();
  }

  /** What is to stand behind a statement; nothing where it takes no pins, or has its own. */
  static String pins(Verdict verdict) {
    Ddl ddl = verdict.ddl();
    Algorithm algorithm = verdict.effect().algorithm();
    boolean own = !ddl.pins().equals(Ddl.Pins.NONE);
    if (algorithm == null || algorithm == Algorithm.COPY || own || !takesPins(verdict)) {
      return "";
    }
    String comma = startsWith(ddl, "ALTER") ? ", " : " ";
    return comma + "ALGORITHM=" + algorithm + lock(verdict, comma);
  }

  /** MySQL has no LOCK for INSTANT, which takes none (error 1221). */
  private static String lock(Verdict verdict, String comma) {
    Lock lock = verdict.effect().lock();
    boolean bare =
        verdict.effect().algorithm() == Algorithm.INSTANT
            && verdict.facts().server().engine() == Engine.MYSQL;
    return bare ? "" : comma + "LOCK=" + lock.sql();
  }

  /** Partitions have a grammar of their own; MariaDB has no pins for these two. */
  private static boolean takesPins(Verdict verdict) {
    Ddl ddl = verdict.ddl();
    boolean mariadb = verdict.facts().server().isMariadb();
    if (mariadb && (ddl.has(RenameTable.class) || startsWith(ddl, "DROP"))) {
      return false;
    }
    return verdict.isKnown()
        && (startsWith(ddl, "ALTER") || startsWith(ddl, "CREATE") || startsWith(ddl, "DROP"))
        && ddl.changes().stream().noneMatch(PinnedSql::isOfPartitions);
  }

  private static boolean isOfPartitions(Change change) {
    return change instanceof AlterTable alter && alter.setting().name().endsWith("PARTITION");
  }

  private static boolean startsWith(Ddl ddl, String word) {
    return ddl.sql().regionMatches(true, 0, word, 0, word.length());
  }

  /** The server's refusal of a pinned statement, explained; any other error as it is. */
  static SQLException explained(SQLException error, String pinned, String sql) {
    if (pinned.equals(sql) || !NOT_IN_THAT_WAY.contains(error.getErrorCode())) {
      return error;
    }
    String message =
        """
        %s
        Why: lacuna.ddl pins a statement to the verdict on it, so that the server refuses what would \
        take longer or lock more:
          %s
        Instead: look at the verdict in the log, or put ALGORITHM and LOCK into the statement.\
        """
            .formatted(error.getMessage(), pinned.strip());
    return new SQLException(message, error.getSQLState(), error.getErrorCode(), error);
  }
}
