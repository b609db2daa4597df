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
          "Reads and writes go on, but it takes as long as the table is big, and needs as "
              + "much disk again. What that does to replicas, `replicas-run-again` says.",
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
        all.costs("rebuilds") + " It needs as much disk again.",
        "do it in a quiet hour, or use gh-ost, which minds load and the lag of replicas.");
  }
}
