package dev.lacuna.rewrite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells whether any of some words stands in a text: one pass, no allocation, no parse. It looks
 * into strings and comments too, so that it says yes too often and never no too often.
 */
final class NameScanner {

  private final String[][] buckets;
  private final int mask;
  private final boolean always;

  /**
   * For some words.
   *
   * @param words names in any case; of one that is no plain word its first plain part is looked for
   */
  NameScanner(Collection<String> words) {
    List<String> plain = new ArrayList<>();
    boolean unfit = false;
    for (String word : words) {
      String part = firstWord(word);
      unfit |= part.isEmpty();
      plain.add(part);
    }
    int size = Integer.highestOneBit(Math.max(8, plain.size() * 8));
    mask = size - 1;
    buckets = new String[size][];
    always = unfit;
    plain.forEach(this::add);
  }

  private void add(String word) {
    int at = hash(word, 0, word.length()) & mask;
    String[] old = buckets[at] == null ? new String[0] : buckets[at];
    String[] grown = java.util.Arrays.copyOf(old, old.length + 1);
    grown[old.length] = word;
    buckets[at] = grown;
  }

  private static String firstWord(String name) {
    int from = 0;
    while (from < name.length() && !isStart(name.charAt(from))) {
      from++;
    }
    return name.substring(from, endOfWord(name, from));
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    return hash;
  }

  /** Whether one of the words stands in the text. */
  boolean mentions(String text) {
    int length = text.length();
    int i = 0;
    while (i < length) {
      if (!isStart(text.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      int hash = 0;
      for (; i < length && isPart(text.charAt(i)); i++) {
        hash = 31 * hash + fold(text.charAt(i));
      }
      String[] bucket = buckets[hash & mask];
      if (bucket != null && contains(bucket, text, from, i)) {
        return true;
      }
    }
    return always;
  }

  private static boolean contains(String[] bucket, String text, int from, int to) {
    for (String word : bucket) {
      if (word.length() == to - from && text.regionMatches(true, from, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static int endOfWord(String text, int from) {
    int to = from;
    while (to < text.length() && isPart(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static int fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  // No dollar sign: what follows one may be a name behind a dollar-quoted string.
  private static boolean isPart(char c) {
    return isStart(c) || (c >= '0' && c <= '9');
  }
}
