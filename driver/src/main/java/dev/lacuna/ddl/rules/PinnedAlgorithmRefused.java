package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An ALGORITHM or LOCK that the change does not have. */
final class PinnedAlgorithmRefused implements Rule {

  private static final About ABOUT =
      new About(
          "pinned-algorithm-refused",
          Severity.CAUTION,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "An ALGORITHM or LOCK that the change does not have",
          "The server refuses the statement, and nothing happens. That is what pinning "
              + "is for; but the migration fails.",
          "All versions.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Ddl.Pins pins = subject.ddl().pins();
    Effect whole = subject.whole();
    if (!subject.isFirst() || whole.algorithm() == null || subject.isPostgresql()) {
      return Optional.empty();
    }
    boolean algorithm =
        Arrays.stream(Algorithm.values())
            .anyMatch(
                known ->
                    known.name().equals(pins.algorithm())
                        && known.compareTo(whole.algorithm()) < 0);
    boolean lock = "NONE".equals(pins.lock()) && whole.lock() != Lock.NONE;
    return algorithm || lock
        ? subject.found(
            this,
            "the server refuses it: this change needs ALGORITHM="
                + whole.algorithm()
                + ", LOCK="
                + whole.lock().sql()
                + ".",
            "change the statement so that the pinned algorithm can do it, or accept the heavier one knowingly.")
        : Optional.empty();
  }
}
