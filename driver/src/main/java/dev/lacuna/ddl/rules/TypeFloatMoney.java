package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sum of money in a floating-point column. */
final class TypeFloatMoney implements Rule {

  private static final About ABOUT =
      new About(
          "type-float-for-money",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A sum of money in a floating-point column",
          "Binary fractions cannot hold 0.10; sums drift by cents.",
          "All versions.",
          List.of(
              "https://www.postgresql.org/docs/18/datatype-numeric.html#DATATYPE-FLOAT",
              "https://dev.mysql.com/doc/refman/9.7/en/problems-with-float.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> Types.isFloat(column) && Types.isMoney(column.name()))
        .flatMap(
            column ->
                subject.found(
                    this,
                    column.name() + " cannot hold 0.10; sums drift.",
                    "use numeric or decimal."));
  }
}
