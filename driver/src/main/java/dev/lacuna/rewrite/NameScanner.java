package dev.lacuna.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether any of some words stands in a text: one pass, no allocation, no parse. It looks
 * into strings and comments too, so that it says yes too often and never no too often.
 */
final class NameScanner {

  /** What a character is in a word, lower-cased; 0 for what is in none. ASCII only. */
  private static final byte[] WORD = new byte[0x80];

  static {
    for (char c = 0; c < WORD.length; c++) {
      WORD[c] = isPart(c) ? (byte) Character.toLowerCase(c) : 0;
    }
  }

  private final @Nullable String[][] buckets;
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
    int size = Integer.highestOneBit(Math.max(8, plain.size() * 16));
    mask = size - 1;
    buckets = new String[size][];
    always = unfit;
    plain.stream().filter(word -> !word.isEmpty()).forEach(this::add);
  }

  private void add(String word) {
    int last = word.length() - 1;
    int at = hash(fold(word.charAt(0)), fold(word.charAt(last)), word.length()) & mask;
    String[] old = buckets[at];
    String[] grown = old == null ? new String[1] : Arrays.copyOf(old, old.length + 1);
    grown[grown.length - 1] = word;
    buckets[at] = grown;
  }

  private static String firstWord(String name) {
    int from = 0;
    while (from < name.length() && !isStart(name.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < name.length() && isPart(name.charAt(to))) {
      to++;
    }
    return name.substring(from, to);
  }

  /** Of a word's ends alone, so that a scan need not reckon with every character. */
  private static int hash(int first, int last, int length) {
    return (first * 31 + last) * 31 + length;
  }

  /** Whether one of the words stands in the text. */
  boolean mentions(String text) {
    int length = text.length();
    int i = 0;
    while (i < length) {
      int first = fold(text.charAt(i++));
      if (first == 0 || (first <= '9' && first >= '0')) {
        continue;
      }
      int from = i - 1;
      int last = first;
      for (int next; i < length && (next = fold(text.charAt(i))) != 0; i++) {
        last = next;
      }
      String[] bucket = buckets[hash(first, last, i - from) & mask];
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

  private static int fold(char c) {
    return c < 0x80 ? WORD[c] : Character.toLowerCase(Character.toUpperCase(c));
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  // No dollar sign: what follows one may be a name behind a dollar-quoted string.
  private static boolean isPart(char c) {
    return isStart(c) || (c >= '0' && c <= '9');
  }
}
