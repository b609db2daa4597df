package dev.lacuna.agent.observe;

import java.time.Instant;
import java.util.Set;

/** What the application's threads tell the agent's one. */
public sealed interface Observation {

  Target target();

  /** A run of a query that can be explained. */
  record Sampled(Query query, Sample sample) implements Observation {
    @Override
    public Target target() {
      return query.target();
    }
  }

  /**
   * A statement ran that may have changed a table, or what is known of it.
   *
   * @param ddl its masked text
   * @param names the names in it, in lower case
   */
  record SchemaTouched(Target target, String ddl, Set<String> names, Instant at)
      implements Observation {}
}
