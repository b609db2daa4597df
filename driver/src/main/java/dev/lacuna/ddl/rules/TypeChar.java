package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** char(n). */
final class TypeChar implements Rule {

  private static final About ABOUT =
      new About(
          "type-char-n",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "char(n)",
          "It is padded with blanks to its length, which count when it is stored and not "
              + "when it is compared; it saves nothing.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/datatype-character.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> column.type().is("character") && !column.type().array())
        .flatMap(
            column ->
                subject.found(
                    this,
                    column.name() + " is padded with blanks and saves nothing.",
                    "use text, with a CHECK of its length if that matters."));
  }
}
