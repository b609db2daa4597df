package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The character set utf8mb3. */
final class TypeUtf8mb3 implements Rule {

  private static final About ABOUT =
      new About(
          "type-utf8mb3",
          Severity.INFO,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "The character set utf8mb3",
          "It holds no character beyond the first 65,536, such as emoji and rare Chinese "
              + "ones, and is deprecated. `utf8` is the same, until it changes its meaning.",
          "All versions.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/charset-unicode-utf8mb3.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> Types.isUtf8mb3(column))
        .flatMap(
            column ->
                subject.found(
                    this, column.name() + " cannot hold every character.", "use utf8mb4."));
  }
}
