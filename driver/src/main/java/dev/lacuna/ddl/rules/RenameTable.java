package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.TableSetting;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table is renamed or moved to another schema. */
final class RenameTable implements Rule {

  private static final About ABOUT =
      new About(
          "rename-table",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A table is renamed or moved to another schema",
          "Every running instance that uses the old name breaks at once.",
          "All versions. On PostgreSQL a view under the old name helps until all code "
              + "has changed.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean schema =
        subject.change() instanceof AlterTable alter && alter.setting() == TableSetting.SCHEMA;
    if (!(subject.change() instanceof Change.RenameTable) && !schema) {
      return Optional.empty();
    }
    if (subject.change() instanceof Change.RenameTable rename && subject.isPostgresql()) {
      return subject.found(
          this,
          "running code that uses the old name fails at once.",
          "rename it and put a view in its place, in one transaction; drop the view a release later.",
          "BEGIN",
          subject.ddl().sql(),
          "CREATE VIEW " + subject.tableSql() + " AS SELECT * FROM " + subject.name(rename.to()),
          "COMMIT");
    }
    return subject.found(
        this,
        "running code that uses the old name fails at once.",
        "put a view in its place until all code has changed.");
  }
}
