package dev.lacuna.agent.review.text;

import dev.lacuna.agent.review.card.Words;
import java.util.ArrayList;
import java.util.List;

/** Text within a width. A character counts as one column. */
final class Lines {

  private Lines() {}

  /** Broken between words; a word longer than the width is broken within. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Words.line(text).split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (line.length() > width) {
        lines.add(line.substring(0, width));
        line.delete(0, width);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
