package dev.lacuna.ddl.rules;

import java.util.Locale;

/** Texts for people. */
public final class Texts {

  private static final int BRIEF = 60;

  private Texts() {}

  /** On one line, cut to a readable length. */
  static String brief(String text) {
    String line = line(text);
    return line.length() <= BRIEF ? line : line.substring(0, BRIEF) + "…";
  }

  /** A number with commas: {@code 65,535}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** On one line. */
  public static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
