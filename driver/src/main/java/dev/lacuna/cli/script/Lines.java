package dev.lacuna.cli.script;

/** Counts lines. */
final class Lines {

  private Lines() {}

  /** How many lines end between two offsets. */
  static int countIn(String text, int from, int to) {
    int count = 0;
    for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }
}
