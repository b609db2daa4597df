package dev.lacuna.cli;

/** What was asked for cannot be done; the message is a sentence for who asked. */
final class CliException extends Exception {

  private static final long serialVersionUID = 1L;

  CliException(String message) {
    super(message);
  }

  CliException(String message, Throwable cause) {
    super(message, cause);
  }
}
