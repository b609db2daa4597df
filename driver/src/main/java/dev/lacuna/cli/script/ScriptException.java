package dev.lacuna.cli.script;

/** A file that cannot be read as a migration; the message is a sentence for its author. */
public final class ScriptException extends Exception {

  private static final long serialVersionUID = 1L;

  ScriptException(String message) {
    super(message);
  }
}
