package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column is renamed. */
final class RenameColumn implements Rule {

  private static final About ABOUT =
      new About(
          "rename-column",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A column is renamed",
          "It takes a moment, and in that moment every running instance that uses the "
              + "old name breaks.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean renames =
        subject.change() instanceof Change.RenameColumn
            || (subject.change() instanceof ModifyColumn modify
                && !modify.from().equalsIgnoreCase(modify.column().name()));
    return renames
        ? subject.found(
            this,
            "running code that uses the old name fails at once.",
            "add a column with the new name; write both; backfill; read the new one; drop the old one.")
        : Optional.empty();
  }
}
