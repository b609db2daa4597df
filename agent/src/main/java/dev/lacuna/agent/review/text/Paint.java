package dev.lacuna.agent.review.text;

import dev.lacuna.agent.review.diff.Change;
import dev.lacuna.agent.review.shift.Severity;

/** Colours of a terminal (ECMA-48, SGR), or none. */
public enum Paint {
  COLOURED {
    @Override
    String with(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  },
  PLAIN {
    @Override
    String with(String code, String text) {
      return text;
    }
  };

  abstract String with(String code, String text);

  String strong(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  String gain(String text) {
    return with("32", text);
  }

  String of(Severity severity, String text) {
    return with(
        switch (severity) {
          case BLOCK -> "1;31";
          case WARN -> "1;33";
          case INFO -> "1;36";
        },
        text);
  }

  String of(Change change, String text) {
    return switch (change) {
      case SAME -> with("2", text);
      case CHANGED -> with("33", text);
      case REMOVED -> with("31", text);
      case ADDED -> with("32", text);
      case MOVED -> with("36", text);
    };
  }
}
