package dev.lacuna.agent.review;

/** Something that the user asked for cannot be done; the message says why. */
final class ReviewException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReviewException(String message) {
    super(message);
  }
}
