package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column gets a type that its rows do not fit as they are. */
final class ChangeTypeRewrites implements Rule {

  private static final About ABOUT =
      new About(
          "change-column-type",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A column gets a type that its rows do not fit as they are",
          "PostgreSQL writes the table and its indexes anew under ACCESS EXCLUSIVE; "
              + "MySQL copies the table while writes wait.",
          "PostgreSQL: all versions. A longer or unlimited varchar, `text`, a numeric of "
              + "more digits but the same scale, and (12 and later, in UTC) `timestamp` to "
              + "`timestamptz` cost nothing. MariaDB 11.8 lets writes go on while it copies.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-altertable.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    String column =
        subject.change() instanceof ChangeType change
            ? change.column()
            : subject.change() instanceof ModifyColumn modify ? modify.from() : null;
    boolean copies =
        subject.effect().rewrites()
            && (subject.isPostgresql() || subject.effect().algorithm() == Algorithm.COPY);
    if (column == null || !copies) {
      return Optional.empty();
    }
    String using = subject.change() instanceof ChangeType change ? change.using() : null;
    String[] sql = Columns.anew(subject, column, Types.wanted(subject), using);
    return subject.found(
        this, subject.weight(), subject.costs(), instead(subject, sql.length > 0), sql);
  }

  private static String instead(Subject subject, boolean hasSteps) {
    if (!hasSteps) {
      return "build the table anew beside it with gh-ost, Spirit or pt-online-schema-change.";
    }
    String column =
        Types.wantedDomain(subject) == null
            ? "add a column of the new type"
            : "add a column of the domain's base type, and its checks to the table";
    return column
        + "; let the application or a trigger write both; backfill in batches; switch; drop the old one.";
  }
}
