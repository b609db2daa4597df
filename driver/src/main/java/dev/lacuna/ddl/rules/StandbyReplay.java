package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.ddl.effect.Replication;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A standby replays the lock. */
final class StandbyReplay implements Rule {

  private static final About ABOUT =
      new About(
          "standby-replays-lock",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "A standby replays the lock",
          "Every ACCESS EXCLUSIVE lock is replayed on the standbys: queries there wait "
              + "for it, or are cancelled once max_standby_streaming_delay is over.",
          "All versions with streaming replicas.",
          List.of("https://www.postgresql.org/docs/18/hot-standby.html#HOT-STANDBY-CONFLICT"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean replays =
        subject.isFirst()
            && subject.isPostgresql()
            && subject.server().replication().isSeen()
            && subject.whole().lock() == Lock.ACCESS_EXCLUSIVE;
    return replays
        ? subject.found(
            this,
            subject.server().replication().replicas()
                + " standbys replay the lock; queries there wait for it, or are cancelled."
                + lag(subject.server().replication()),
            "run it when the standbys have no long queries.")
        : Optional.empty();
  }

  private static String lag(Replication replication) {
    return switch (Long.signum(replication.lagSeconds())) {
      case 0 -> "";
      case 1 -> " The last of them is " + replication.lagSeconds() + " s behind already.";
      default -> " How far they are behind, this user may not see.";
    };
  }
}
