package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A published table gets a column. */
final class LogicalReplication implements Rule {

  private static final About ABOUT =
      new About(
          "logical-replication-lacks-ddl",
          Severity.INFO,
          Set.of(Engine.POSTGRESQL),
          "A published table gets a column",
          "Logical replication does not carry DDL: a row with a column that the "
              + "subscriber has not stops the subscription.",
          "All versions with publications.",
          List.of("https://www.postgresql.org/docs/18/logical-replication-restrictions.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean published = subject.change() instanceof AddColumn && subject.server().logical();
    return published
        ? subject.found(
            this,
            "this database publishes tables; a subscriber without the column stops.",
            "add the column on the subscribers first.")
        : Optional.empty();
  }
}
