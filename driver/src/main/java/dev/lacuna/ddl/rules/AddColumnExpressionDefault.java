package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column whose default is an expression. */
final class AddColumnExpressionDefault implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-expression-default",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A new column whose default is an expression",
          "MySQL copies the table for any expression in parentheses, even `(3)`; for one "
              + "like `(uuid())` it refuses the statement (1674). MariaDB copies for those "
              + "that differ from row to row.",
          "MySQL 8.0.13 and later. MariaDB 11.8 lets writes go on while it copies.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add) || subject.isPostgresql()) {
      return Optional.empty();
    }
    String expression = add.column().defaultExpression();
    if (expression == null
        || add.column().isGenerated()
        || !subject.effect().rewrites()
        || !expression.contains("(")) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.weight(),
        subject.costs(),
        "add the column without DEFAULT; set the default; backfill in batches.",
        Columns.nullableThenDefault(subject, add.column(), expression));
  }
}
