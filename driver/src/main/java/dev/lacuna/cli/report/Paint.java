package dev.lacuna.cli.report;

/** Colours of a terminal, or none. */
public enum Paint {
  PLAIN {
    @Override
    String in(String code, String text) {
      return text;
    }
  },
  COLOURED {
    @Override
    String in(String code, String text) {
      return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
  };

  /** The text in the colour of an SGR code (ECMA-48, 8.3.117). */
  abstract String in(String code, String text);

  final String bold(String text) {
    return in("1", text);
  }

  final String red(String text) {
    return in("1;31", text);
  }

  final String yellow(String text) {
    return in("1;33", text);
  }

  final String green(String text) {
    return in("32", text);
  }
}
