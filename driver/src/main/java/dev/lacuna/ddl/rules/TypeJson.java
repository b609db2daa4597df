package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** json instead of jsonb. */
final class TypeJson implements Rule {

  private static final About ABOUT =
      new About(
          "type-json",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "json instead of jsonb",
          "json is kept as text and read anew each time; it has no equality, so that "
              + "DISTINCT and GROUP BY fail, and no index.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/datatype-json.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> column.type().is("json"))
        .flatMap(
            column ->
                subject.found(
                    this, column.name() + " has no equality and no index.", "use jsonb."));
  }
}
