package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.IndexKind;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A FULLTEXT or SPATIAL index is built. */
final class AddFulltextIndex implements Rule {

  private static final About ABOUT =
      new About(
          "add-fulltext-index",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A FULLTEXT or SPATIAL index is built",
          "Writes wait while it is built. The first FULLTEXT index of a table rebuilds "
              + "the table as well, to add its hidden column.",
          "All versions.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean special =
        subject.change() instanceof CreateIndex index
            && !subject.isPostgresql()
            && index.kind() != IndexKind.PLAIN
            && index.kind() != IndexKind.UNIQUE
            && subject.effect().stalls();
    return special
        ? subject.found(
            this,
            subject.costs(subject.effect().rewrites() ? "rebuilds" : "reads all of"),
            "build the table anew beside it with gh-ost, or search outside of the database.")
        : Optional.empty();
  }
}
