package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ENUM. */
final class TypeEnum implements Rule {

  private static final About ABOUT =
      new About(
          "type-enum",
          Severity.INFO,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "ENUM",
          "Values can be added at its end at once; to take one out, or to put one "
              + "between, copies the table.",
          "All versions.",
          List.of(
              "https://dev.mysql.com/doc/refman/9.7/en/enum.html",
              "https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> column.type().is("enum"))
        .flatMap(
            column ->
                subject.found(
                    this,
                    column.name() + " can only grow at its end without a copy.",
                    "use a small table and a foreign key, or varchar."));
  }
}
