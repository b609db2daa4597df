package dev.lacuna.agent.notice;

import dev.lacuna.agent.observe.Observation.SchemaTouched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The DDL that ran in this process lately: whose catalog changes are known by their statement. */
final class RecentDdl {

  private static final int MAX = 200;

  /** A transaction that changes tables and stays open longer is nobody's. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Deque<SchemaTouched> latest = new ArrayDeque<>();

  void add(SchemaTouched touched) {
    latest.addFirst(touched);
    if (latest.size() > MAX) {
      latest.removeLast();
    }
  }

  /** The latest statement that names the table and all of the words; null if there is none. */
  @Nullable SchemaTouched naming(String table, String... words) {
    Instant oldest = Instant.now().minus(KEPT);
    String bare = table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (Iterator<SchemaTouched> all = latest.iterator(); all.hasNext(); ) {
      SchemaTouched touched = all.next();
      boolean names =
          touched.names().contains(bare)
              && Arrays.stream(words)
                  .allMatch(word -> touched.names().contains(word.toLowerCase(Locale.ROOT)));
      if (names && touched.at().isAfter(oldest)) {
        return touched;
      }
    }
    return null;
  }
}
