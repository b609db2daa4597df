package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A default for a column that is there. */
final class DefaultForNewRowsOnly implements Rule {

  private static final About ABOUT =
      new About(
          "default-for-new-rows-only",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A default for a column that is there",
          "It counts for new rows. Those that are there keep what they have, NULL above " + "all.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof SetDefault change) || change.expression() == null) {
      return Optional.empty();
    }
    return subject.found(
        this,
        "rows that are there keep what they have.",
        "backfill them, if they shall have it too.",
        Backfill.of(
            subject,
            change.column(),
            subject.isPostgresql() ? "DEFAULT" : String.valueOf(change.expression())));
  }
}
