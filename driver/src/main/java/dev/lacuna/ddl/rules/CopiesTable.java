package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table is copied, or built anew, while writes wait. */
final class CopiesTable implements Rule {

  private static final About ABOUT =
      new About(
          "copies-table",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "The table is copied, or built anew, while writes wait",
          "Every row goes into a new table, and writes wait until the last one is there.",
          "All versions. MariaDB 11.8 lets writes go on while it copies.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean stalls = subject.isFirst() && !subject.isPostgresql() && subject.whole().stalls();
    return stalls
        ? subject.found(
            this,
            subject.together().costs(subject.whole().rewrites() ? "rebuilds" : "reads all of"),
            "build the table anew beside it with gh-ost, Spirit or pt-online-schema-change.")
        : Optional.empty();
  }
}
