package dev.lacuna.asif;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/**
 * The choices that make a random statement what it is: drawn from a seed at first, and then a list
 * of numbers that can be made again, or made simpler. The choice 0 is the simplest everywhere.
 */
final class Choices {

  private final IntSupplier next;
  private final List<Integer> made = new ArrayList<>();

  private Choices(IntSupplier next) {
    this.next = next;
  }

  /** Endless choices; the same for the same seed and number. */
  static Choices random(long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    return new Choices(() -> random.nextInt(Integer.MAX_VALUE));
  }

  /** These, and behind them the simplest. */
  static Choices of(List<Integer> given) {
    int[] at = {0};
    return new Choices(() -> at[0] < given.size() ? given.get(at[0]++) : 0);
  }

  /** One of as many alternatives. */
  int below(int count) {
    int choice = next.getAsInt() % count;
    made.add(choice);
    return choice;
  }

  /** Yes, once in so many times. */
  boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  <T> T of(T[] alternatives) {
    return alternatives[below(alternatives.length)];
  }

  <T> T from(List<T> alternatives) {
    return alternatives.get(below(alternatives.size()));
  }

  /** What was chosen so far. */
  List<Integer> made() {
    return List.copyOf(made);
  }
}
