package dev.lacuna.agent.notice;

import dev.lacuna.agent.observe.Query;
import dev.lacuna.agent.observe.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the agent's thread has in memory of a query. */
final class WatchedQuery {

  private static final int MAX_SAMPLES = 5;
  private static final int MAX_EXPLAINS_AN_HOUR = 600;
  private static final Duration HOUR = Duration.ofHours(1);

  /** A statement that the server refused is not tried again before. */
  private static final Duration REFUSED_FOR = Duration.ofHours(2);

  /** A server that is busy, or waits for an ALTER, is asked again soon, and then less often. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Query query;
  private final List<Explainable> samples = new ArrayList<>();
  private final Set<String> tables = new TreeSet<>();
  private Instant refusedUntil = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private Instant hourBegan = Instant.MIN;
  private int explainsThisHour;

  /** A sample, and the shape of its plan when it was last explained. */
  static final class Explainable {
    private final Sample sample;
    private @Nullable String hash;
    private long seenHappenings;

    Explainable(Sample sample) {
      this.sample = sample;
    }

    Sample sample() {
      return sample;
    }

    /** Null where it has not been explained yet. */
    @Nullable String hash() {
      return hash;
    }

    /** How many happenings had been noticed when it was last explained. */
    long seenHappenings() {
      return seenHappenings;
    }

    void explained(String shape, long happenings) {
      hash = shape;
      seenHappenings = happenings;
    }
  }

  WatchedQuery(Query query) {
    this.query = query;
  }

  Query query() {
    return query;
  }

  List<Explainable> samples() {
    return List.copyOf(samples);
  }

  Set<String> tables() {
    return tables;
  }

  /** The kept one that is equal, or a new one, which is kept if there is room. */
  Explainable sample(Sample sample) {
    for (Explainable known : samples) {
      if (known.sample().equals(sample)) {
        return known;
      }
    }
    Explainable added = new Explainable(sample);
    if (samples.size() == MAX_SAMPLES) {
      samples.remove(1);
    }
    samples.add(added);
    return added;
  }

  void forget(Explainable sample) {
    samples.remove(sample);
  }

  boolean mayExplain(Instant now) {
    if (now.isBefore(refusedUntil)) {
      return false;
    }
    if (hourBegan.plus(HOUR).isBefore(now)) {
      hourBegan = now;
      explainsThisHour = 0;
    }
    return ++explainsThisHour <= MAX_EXPLAINS_AN_HOUR;
  }

  boolean isPaused(Instant now) {
    return now.isBefore(pausedUntil);
  }

  void pause(Instant now) {
    pausedUntil = now.plus(pause);
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
  }

  void resume() {
    pause = FIRST_PAUSE;
  }

  void refused(Instant now) {
    refusedUntil = now.plus(REFUSED_FOR);
  }
}
