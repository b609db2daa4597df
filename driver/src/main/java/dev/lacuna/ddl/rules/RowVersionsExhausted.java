package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.effect.InnodbLimits;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last row version is used up. */
final class RowVersionsExhausted implements Rule {

  private static final About ABOUT =
      new About(
          "row-versions-exhausted",
          Severity.CAUTION,
          Set.of(Engine.MYSQL),
          "The last row version is used up",
          "Each INSTANT change adds a row version, and a table carries 64 of them, or "
              + "255 from 9.7 on. Then a plain ALTER rebuilds the table without a word; with "
              + "ALGORITHM=INSTANT it fails (4092).",
          "MySQL 8.0.29 and later. MariaDB has no such limit.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Table table = subject.table();
    Innodb innodb = table == null ? null : table.innodb();
    boolean column =
        subject.change() instanceof AddColumn || subject.change() instanceof Change.DropColumn;
    int limit = InnodbLimits.rowVersions(subject.server());
    if (innodb == null || !column || innodb.rowVersions() < 0) {
      return Optional.empty();
    }
    int left = limit - innodb.rowVersions();
    if (left > 5) {
      return Optional.empty();
    }
    return subject.found(
        this,
        left <= 0 ? Severity.CAUTION : Severity.INFO,
        left <= 0
            ? "the table carries "
                + innodb.rowVersions()
                + " row versions, all that there are: "
                + subject.costs()
            : "the table carries "
                + innodb.rowVersions()
                + " of "
                + limit
                + " row versions; after the last one this change rebuilds it.",
        "rebuild the table in a quiet hour, which starts the count anew.",
        "ALTER TABLE " + subject.tableSql() + " FORCE, ALGORITHM=INPLACE, LOCK=NONE");
  }
}
