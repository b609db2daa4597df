package dev.lacuna.contract;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a probe saw, in the order that it saw it; used by one thread at a time. */
final class Transcript {

  /** A step that may fail. */
  interface Step {
    @Nullable Object take() throws Exception;
  }

  /** A step that answers nothing, and may fail. */
  interface Act {
    void take() throws Exception;
  }

  private final List<String> lines = new ArrayList<>();

  /** Notes what a step gives, value and type, or how it fails. */
  void see(String what, Step step) {
    lines.add(what + ": " + outcome(step));
  }

  /** Notes whether a step is done, or how it fails. */
  void act(String what, Act act) {
    see(
        what,
        () -> {
          act.take();
          return "done";
        });
  }

  private static String outcome(Step step) {
    try {
      return Rendering.of(step.take());
    } catch (Exception | AssertionError e) { // pgjdbc asserts what it is given
      return Rendering.ofError(e);
    }
  }

  /** Notes the warnings from this one on. */
  void warnings(String what, @Nullable SQLException first) {
    lines.add(what + ": " + (first == null ? "none" : Rendering.ofError(first)));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
