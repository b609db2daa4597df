package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AlterColumn;
import dev.lacuna.ddl.change.Change.ColumnSetting;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SET EXPRESSION of a stored generated column. */
final class SetExpressionRewrites implements Rule {

  private static final About ABOUT =
      new About(
          "set-expression-rewrites",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "SET EXPRESSION of a stored generated column",
          "Every row is computed and written anew under ACCESS EXCLUSIVE.",
          "PostgreSQL 17, which brought it, and later.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean rewrites =
        subject.change() instanceof AlterColumn alter
            && alter.setting() == ColumnSetting.SET_EXPRESSION
            && subject.effect().rewrites();
    return rewrites
        ? subject.found(
            this,
            subject.costs(),
            "add a second generated column under a new name (VIRTUAL from 18 on), and move the readers to it.")
        : Optional.empty();
  }
}
