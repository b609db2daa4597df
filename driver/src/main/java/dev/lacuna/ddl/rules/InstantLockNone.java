package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ALGORITHM=INSTANT with LOCK=NONE. */
final class InstantLockNone implements Rule {

  private static final About ABOUT =
      new About(
          "instant-with-lock-none",
          Severity.CAUTION,
          Set.of(Engine.MYSQL),
          "ALGORITHM=INSTANT with LOCK=NONE",
          "MySQL refuses the pair (1221), although nothing could lock less than INSTANT "
              + "does. MariaDB takes it.",
          "All versions of MySQL with INSTANT.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/alter-table.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Ddl.Pins pins = subject.ddl().pins();
    String lock = pins.lock();
    boolean refused =
        subject.isFirst()
            && subject.server().engine() == Engine.MYSQL
            && "INSTANT".equals(pins.algorithm())
            && lock != null
            && !lock.equals("DEFAULT");
    return refused
        ? subject.found(
            this,
            "MySQL refuses ALGORITHM=INSTANT together with LOCK=" + lock + " (error 1221).",
            "leave LOCK out.",
            subject.ddl().sql().replaceAll("(?i),?\\s*LOCK\\s*=?\\s*\\w+", ""))
        : Optional.empty();
  }
}
