package dev.lacuna.storm;

import org.jspecify.annotations.Nullable;

/** A nickname that is written once and never again: who wrote it, and as his how manieth. */
record Mark(int desk, long number) {

  static @Nullable Mark parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int hash = text.indexOf('#');
    return new Mark(
        Integer.parseInt(text.substring(0, hash)), Long.parseLong(text.substring(hash + 1)));
  }

  String text() {
    return desk + "#" + number;
  }
}
