package dev.lacuna.asif;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes choices fewer and simpler as long as they still lead to what they are known for. */
final class Shrinker {

  private static final int MAX_TRIES = 2_000;

  private final Predicate<List<Integer>> stillFails;
  private int tries;

  Shrinker(Predicate<List<Integer>> stillFails) {
    this.stillFails = stillFails;
  }

  /** The simplest choices that were found; those given if nothing simpler fails. */
  List<Integer> shrink(List<Integer> choices) {
    List<Integer> best = choices;
    List<Integer> simpler = round(best);
    while (!simpler.equals(best) && tries < MAX_TRIES) {
      best = simpler;
      simpler = round(best);
    }
    return simpler;
  }

  private List<Integer> round(List<Integer> choices) {
    List<Integer> best = choices;
    for (int length = 16; length > 0; length /= 2) {
      for (int from = best.size() - length; from >= 0; from--) {
        if (from + length <= best.size()) {
          best = better(without(best, from, length), best);
        }
      }
    }
    for (int at = 0; at < best.size(); at++) {
      for (int value : new int[] {0, best.get(at) / 2, best.get(at) - 1}) {
        if (at < best.size() && value >= 0 && value < best.get(at)) {
          best = better(with(best, at, value), best);
        }
      }
    }
    return best;
  }

  private List<Integer> better(List<Integer> simpler, List<Integer> best) {
    return tries++ < MAX_TRIES && stillFails.test(simpler) ? simpler : best;
  }

  private static List<Integer> without(List<Integer> choices, int from, int length) {
    List<Integer> fewer = new ArrayList<>(choices.subList(0, from));
    fewer.addAll(choices.subList(from + length, choices.size()));
    return fewer;
  }

  private static List<Integer> with(List<Integer> choices, int at, int value) {
    List<Integer> other = new ArrayList<>(choices);
    other.set(at, value);
    return other;
  }
}
