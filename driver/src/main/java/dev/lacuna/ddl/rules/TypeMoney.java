package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** money. */
final class TypeMoney implements Rule {

  private static final About ABOUT =
      new About(
          "type-money",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "money",
          "What it means depends on lc_monetary of whoever looks; it has no currency and "
              + "one fixed scale.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/datatype-money.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(subject, column -> column.type().is("money"))
        .flatMap(
            column ->
                subject.found(
                    this,
                    column.name() + " means another sum wherever lc_monetary differs.",
                    "use numeric, and a column for the currency."));
  }
}
