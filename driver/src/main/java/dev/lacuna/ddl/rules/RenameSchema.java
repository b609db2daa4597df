package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema gets another name. */
final class RenameSchema implements Rule {

  private static final About ABOUT =
      new About(
          "rename-schema",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "A schema gets another name",
          "Running code that names it, or has it in its search_path, finds none of its tables "
              + "any more.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-alterschema.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return subject.change() instanceof Change.RenameSchema
        ? subject.found(
            this,
            "running code that uses the old name fails at once.",
            "create the new schema; put views into it; move the tables when all code uses it.")
        : Optional.empty();
  }
}
