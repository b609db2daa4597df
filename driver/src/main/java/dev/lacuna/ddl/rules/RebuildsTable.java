package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table is built anew beside the traffic. */
final class RebuildsTable implements Rule {

  private static final About ABOUT =
      new About(
          "rebuilds-table",
          Severity.CAUTION,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "The table is built anew beside the traffic",
          "Reads and writes go on, but it takes as long as the table is big, needs as "
              + "much disk again, and reaches each replica as one event: the replica lags for "
              + "as long as it took.",
          "All versions.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean rebuilds =
        subject.isFirst()
            && !subject.isPostgresql()
            && subject.whole().rewrites()
            && !subject.whole().stalls();
    if (!rebuilds) {
      return Optional.empty();
    }
    Subject all = subject.together();
    return subject.found(
        this,
        all.costs("rebuilds") + " Replicas lag as long, and it needs as much disk again.",
        "do it in a quiet hour and watch the replicas, or use gh-ost, which minds their lag.");
  }
}
