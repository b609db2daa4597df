package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** timestamp without time zone. */
final class TypeTimestamp implements Rule {

  private static final About ABOUT =
      new About(
          "type-timestamp-without-zone",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "timestamp without time zone",
          "It stores what the clock on some wall showed, not a moment. Whoever reads it "
              + "has to know which wall.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/datatype-datetime.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return Types.added(
            subject,
            column -> column.type().is("timestamp without time zone") && !column.type().array())
        .flatMap(
            column ->
                subject.found(
                    this,
                    column.name() + " is a wall clock's time, not a moment.",
                    "use timestamptz."));
  }
}
