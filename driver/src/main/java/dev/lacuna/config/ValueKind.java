package dev.lacuna.config;

import java.time.Duration;
import java.util.List;

/** What may stand behind an option's equals sign. */
sealed interface ValueKind {

  /** What is allowed, fit to follow "must be". */
  String allowed();

  /** Whether a value is allowed. */
  boolean accepts(String value);

  /** The values that are allowed, if they can be counted; else none. */
  default List<String> choices() {
    return List.of();
  }

  /** Text that is read elsewhere: by the room that knows its language. */
  record Text(String allowed) implements ValueKind {
    @Override
    public boolean accepts(String value) {
      return true;
    }
  }

  /** One of a few words. */
  record Choice(List<String> choices) implements ValueKind {
    @Override
    public String allowed() {
      return "one of " + String.join(", ", choices);
    }

    @Override
    public boolean accepts(String value) {
      return choices.contains(value);
    }
  }

  /** A duration between two others, both included. */
  record Span(Duration min, Duration max) implements ValueKind {
    @Override
    public String allowed() {
      return "a duration such as 500ms, 5s, 2m or 1h, >= %s and <= %s"
          .formatted(Durations.write(min), Durations.write(max));
    }

    @Override
    public boolean accepts(String value) {
      return Durations.parse(value)
          .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0)
          .isPresent();
    }
  }

  /** A whole number between two others, both included. */
  record Count(int min, int max) implements ValueKind {
    @Override
    public String allowed() {
      return "a whole number >= %d and <= %d".formatted(min, max);
    }

    @Override
    public boolean accepts(String value) {
      if (!value.matches("\\d{1,9}")) {
        return false;
      }
      int number = Integer.parseInt(value);
      return min <= number && number <= max;
    }
  }
}
