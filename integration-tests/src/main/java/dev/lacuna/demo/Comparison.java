package dev.lacuna.demo;

import dev.lacuna.demo.Answer.Failed;
import dev.lacuna.demo.Answer.Told;

/** The answers of both deployments to one task. */
record Comparison(Task task, Answer with, Answer without) {

  /** How the answers compare. */
  enum Verdict {
    /** The same answer. */
    ALIKE,
    /** They differ as they must: a value written before is not there without the column. */
    VANISHED,
    /** They differ, and should not. */
    DIFFERENT,
    /** One of them is an error. */
    FAILED
  }

  Verdict verdict() {
    if (with instanceof Failed || without instanceof Failed) {
      return Verdict.FAILED;
    }
    if (task.withoutColumn() == null) {
      return with.equals(without) ? Verdict.ALIKE : Verdict.DIFFERENT;
    }
    boolean vanished = !with.equals(without) && without.equals(new Told(task.withoutColumn()));
    return vanished ? Verdict.VANISHED : Verdict.DIFFERENT;
  }
}
