package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table is dropped. */
final class DropTable implements Rule {

  private static final About ABOUT =
      new About(
          "drop-table",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A table is dropped",
          "Its rows are gone for good, and tables that its foreign keys refer to are "
              + "locked as well.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-droptable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return subject.change() instanceof Change.DropTable
        ? subject.found(
            this,
            "the rows are lost, and running code that names the table fails.",
            "rename it first and drop it when nothing has failed for a while; keep a dump.")
        : Optional.empty();
  }
}
