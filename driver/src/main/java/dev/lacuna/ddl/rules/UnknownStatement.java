package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.Unknown;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement that Lacuna does not know. */
final class UnknownStatement implements Rule {

  private static final About ABOUT =
      new About(
          "unknown-statement",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A statement that Lacuna does not know",
          "What is not understood is not called safe. Nothing else is said of it.",
          "All versions.",
          List.of());

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return subject.change() instanceof Unknown unknown
        ? subject.found(
            this,
            "Lacuna cannot judge " + Texts.brief(unknown.text()) + ".",
            "read its page in the manual, try it on a copy, and allow it.")
        : Optional.empty();
  }
}
