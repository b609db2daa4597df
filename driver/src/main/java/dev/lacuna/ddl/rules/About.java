package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;

/**
 * What a rule's page says of it.
 *
 * @param id as users write it to allow the rule
 * @param title what the rule is about, in a few words
 * @param why what happens and why it hurts, in Markdown
 * @param versions what differs between versions, in Markdown
 * @param sources the pages of the vendors' manuals
 */
public record About(
    String id,
    Severity severity,
    Set<Engine> engines,
    String title,
    String why,
    String versions,
    List<String> sources) {

  /** Copies the collections. */
  public About {
    engines = Set.copyOf(engines);
    sources = List.copyOf(sources);
  }
}
