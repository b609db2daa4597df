package dev.lacuna.rewrite;

/** Says that a statement has no answer as if the column were there. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String reason) {
    super(reason);
  }
}
