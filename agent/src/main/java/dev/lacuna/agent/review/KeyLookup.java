package dev.lacuna.agent.review;

import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Review;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings by the keys that a user types. */
final class KeyLookup {

  private static final int SHORTEST = 4;

  private final Review review;
  private final Path log;

  KeyLookup(Review review, Path log) {
    this.review = review;
    this.log = log;
  }

  /**
   * The findings of all keys, each once.
   *
   * @throws ReviewException if a key is nobody's, or the beginning of several
   */
  List<Finding> find(List<String> keys) {
    Set<Finding> findings = new LinkedHashSet<>();
    keys.forEach(key -> findings.addAll(find(key)));
    return List.copyOf(findings);
  }

  /** An exact key is that one's, even if another key begins with it. */
  private List<Finding> find(String key) {
    List<Finding> exact = review.all().filter(it -> it.shift().key().equals(key)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Finding> ofCause =
        Stream.concat(review.open().stream(), review.improvements().stream())
            .filter(card -> card.key().equals(key))
            .map(Card::findings)
            .flatMap(List::stream)
            .toList();
    return ofCause.isEmpty() ? List.of(byBeginning(key)) : ofCause;
  }

  private Finding byBeginning(String key) {
    List<Finding> findings =
        key.length() < SHORTEST
            ? List.of()
            : review.all().filter(finding -> finding.shift().key().startsWith(key)).toList();
    if (findings.isEmpty()) {
      throw new ReviewException("No shift in %s has the key %s.".formatted(log, key));
    }
    if (findings.size() > 1) {
      throw new ReviewException(
          "%s begins several keys: %s."
              .formatted(
                  key,
                  findings.stream()
                      .map(finding -> finding.shift().key())
                      .limit(5)
                      .collect(Collectors.joining(", "))));
    }
    return findings.get(0);
  }
}
