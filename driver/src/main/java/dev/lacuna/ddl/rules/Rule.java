package dev.lacuna.ddl.rules;

import java.util.Optional;

/** One reason why a DDL statement hurts. Stateless and safe for use by several threads. */
public interface Rule {

  /** What its page says of it. */
  About about();

  /**
   * Judges one change of a statement.
   *
   * @return empty where the rule has nothing to say
   */
  Optional<Finding> check(Subject subject);

  /** Its id, as users write it. */
  default String id() {
    return about().id();
  }
}
