package dev.lacuna.plans;

import java.util.ArrayList;
import java.util.List;

/**
 * An application's queries, and what happens to their tables.
 *
 * @param shifts what is to be logged; empty for what is none
 */
record Scenario(
    String name,
    List<String> schema,
    List<Probe> probes,
    List<Step> steps,
    List<Expected> shifts,
    String urlOptions,
    Way way) {

  /** How the application connects. */
  enum Way {
    PLAIN,
    POOLED,
    /** Through Lacuna's driver, which is told of the column. */
    LACUNA
  }

  /** What happens, and who does it. */
  record Step(Actor actor, Probe statement) {}

  /** Who does what happens. */
  enum Actor {
    /** The application. */
    HERE,
    /** The application, which the server refuses. */
    HERE_IN_VAIN,
    /** Somebody whom the agent does not see. */
    ELSEWHERE,
    /** Nobody: what was before has been noticed. */
    NOTICED
  }

  /**
   * A shift that is to be logged.
   *
   * @param query which of the probes
   * @param kind one of the kinds that the line has
   */
  record Expected(
      int query, String table, String column, String event, String source, String kind) {}

  static Builder named(String name) {
    return new Builder(name);
  }

  @Override
  public String toString() {
    return name;
  }

  static final class Builder {
    private final String name;
    private final List<String> schema = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Expected> shifts = new ArrayList<>();
    private String urlOptions = "";
    private Way way = Way.PLAIN;

    private Builder(String name) {
      this.name = name;
    }

    Builder schema(String... statements) {
      schema.addAll(List.of(statements));
      return this;
    }

    Builder query(String sql, Object... values) {
      probes.add(Probe.of(sql, values));
      return this;
    }

    Builder url(String options) {
      urlOptions = options;
      return this;
    }

    Builder way(Way other) {
      way = other;
      return this;
    }

    Builder here(String sql, Object... values) {
      return step(Actor.HERE, sql, values);
    }

    Builder hereAgainAndAgain(int times, String sql, Object... values) {
      for (int i = 0; i < times; i++) {
        here(sql, values);
      }
      return this;
    }

    Builder hereInVain(String sql) {
      return step(Actor.HERE_IN_VAIN, sql);
    }

    Builder elsewhere(String sql) {
      return step(Actor.ELSEWHERE, sql);
    }

    /** The steps behind it come only after what was before has been noticed. */
    Builder pause() {
      return step(Actor.NOTICED, "");
    }

    private Builder step(Actor actor, String sql, Object... values) {
      steps.add(new Step(actor, Probe.of(sql, values)));
      return this;
    }

    Builder shifts(
        int query, String table, String column, String event, String source, String kind) {
      return shifts(new Expected(query, table, column, event, source, kind));
    }

    Builder shifts(Expected shift) {
      shifts.add(shift);
      return this;
    }

    Scenario build() {
      return new Scenario(
          name,
          List.copyOf(schema),
          List.copyOf(probes),
          List.copyOf(steps),
          List.copyOf(shifts),
          urlOptions,
          way);
    }
  }
}
