package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table is read or written anew while others wait. */
final class StallsTable implements Rule {

  private static final About ABOUT =
      new About(
          "stalls-table",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "The table is read or written anew while others wait",
          "What no other rule names and still makes reads or writes wait for as long as "
              + "the table is big.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean stalls = subject.isFirst() && subject.isPostgresql() && subject.whole().stalls();
    return stalls
        ? subject.found(this, subject.together().costs(), "do it in a maintenance window.")
        : Optional.empty();
  }
}
