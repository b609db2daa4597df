package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A primary key of 32 bits. */
final class TypeIntKey implements Rule {

  private static final About ABOUT =
      new About(
          "type-int-key",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A primary key of 32 bits",
          "It is full after 2,147,483,647 rows, deleted ones counted; to widen it then "
              + "rewrites the table and all that refer to it.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/datatype-numeric.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> Types.isSmallKey(column))
        .flatMap(
            column ->
                subject.found(
                    this, column.name() + " is full after 2,147,483,647 rows.", "use bigint."));
  }
}
