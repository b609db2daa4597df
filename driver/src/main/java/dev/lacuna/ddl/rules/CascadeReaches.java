package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CASCADE behind a DROP or a TRUNCATE. */
final class CascadeReaches implements Rule {

  private static final About ABOUT =
      new About(
          "cascade-reaches-others",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL),
          "CASCADE behind a DROP or a TRUNCATE",
          "DROP takes along what depends on the object: views, foreign keys, columns of a "
              + "type that is dropped. TRUNCATE empties every table whose foreign keys refer to "
              + "this one. What that is on the production server, the statement does not say.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/ddl-depend.html",
              "https://www.postgresql.org/docs/18/sql-truncate.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (subject.change() instanceof Change.Truncate truncate && truncate.cascade()) {
      return subject.found(
          this,
          "every table whose foreign keys refer to " + subject.tableText() + " is emptied as well.",
          "name all tables that are to be emptied, and leave CASCADE out.");
    }
    boolean drops =
        (subject.change() instanceof Change.DropTable drop && drop.cascade())
            || (subject.change() instanceof Change.DropObject object && object.cascade());
    return drops
        ? subject.found(
            this,
            "whatever depends on it is dropped as well: views, foreign keys, columns.",
            "leave CASCADE out: the error lists what depends on it; drop that by name.")
        : Optional.empty();
  }
}
