package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Replication;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replicas run a long statement when the source is done with it. */
final class ReplicasRunAgain implements Rule {

  private static final About ABOUT =
      new About(
          "replicas-run-again",
          Severity.CAUTION,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "Replicas run a long statement when the source is done with it",
          "DDL is logged as a statement, in every binlog format, and when it is done. A replica then "
              + "runs it once more, and nothing else meanwhile, whatever number of threads it applies "
              + "with: it lags for about as long as the statement took. Who sees no replicas for want "
              + "of the `PROCESS` privilege is told so, and no more. How far they lag now, the source "
              + "does not know.",
          "All versions. From MariaDB 10.8 on, replicas that apply in parallel begin when the source "
              + "does, with `binlog_alter_two_phase`.",
          List.of(
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-limitations.html",
              "https://mariadb.com/docs/server/ha-and-performance/standard-replication/optimization-for-alter-table"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Replication replication = subject.server().replication();
    if (subject.isPostgresql() || !subject.isFirst() || !subject.whole().isLong()) {
      return Optional.empty();
    }
    if (replication.replicas() == Replication.UNSEEN) {
      return subject.found(
          this,
          Severity.INFO,
          "whether replicas are attached, only users with the PROCESS privilege see. If so, each "
              + "runs it again and lags as long.",
          "watch them meanwhile.");
    }
    return replication.isSeen()
        ? subject.found(this, why(subject, replication), instead(subject, replication))
        : Optional.empty();
  }

  private static String why(Subject subject, Replication replication) {
    Estimate estimate = Estimate.of(subject.whole(), subject.facts());
    String long1 = estimate == null ? "" : ", " + Subject.about(estimate);
    return replication.replicas() == 1
        ? "a replica is attached; it runs it again, and lags as long" + long1 + "."
        : replication.replicas()
            + " replicas are attached; each runs it again, and lags as long"
            + long1
            + ".";
  }

  private static String instead(Subject subject, Replication replication) {
    boolean begins = subject.server().isMariadb() && subject.server().isAtLeast(10, 8, 1);
    String early =
        begins && !replication.early()
            ? " Those that apply in parallel begin when the source does, after SET SESSION "
                + "binlog_alter_two_phase = 1."
            : "";
    return "watch their lag, and read what must be fresh from the source meanwhile; or use gh-ost, "
        + "which minds it."
        + early;
  }
}
