package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trigger speaks of a column that goes. */
final class TriggerNamesColumn implements Rule {

  private static final About ABOUT =
      new About(
          "trigger-names-column",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A trigger speaks of a column that goes",
          "The statement succeeds: the server does not look into what triggers do. From then on "
              + "every write that fires the trigger fails. Lacuna looks for the column's name in the "
              + "text of the table's triggers; what they call in turn it does not read.",
          "All versions. MySQL and MariaDB show triggers to users with the `TRIGGER` privilege.",
          List.of(
              "https://www.postgresql.org/docs/18/plpgsql-trigger.html",
              "https://dev.mysql.com/doc/refman/9.7/en/trigger-syntax.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    String column = gone(subject.change());
    String names = column == null ? "" : Triggers.names(subject, trigger -> trigger.names(column));
    return names.isEmpty()
        ? Optional.empty()
        : subject.found(
            this,
            names + " may speak of " + column + ": then every write that fires it fails.",
            "change the trigger first, so that it does without the column.");
  }

  private static @Nullable String gone(Change change) {
    if (change instanceof DropColumn drop) {
      return drop.column();
    }
    if (change instanceof RenameColumn rename) {
      return rename.from();
    }
    boolean renames =
        change instanceof ModifyColumn modify
            && !modify.from().equalsIgnoreCase(modify.column().name());
    return renames ? ((ModifyColumn) change).from() : null;
  }
}
