package dev.lacuna.agent.explain;

/** A statement that is not explained, whatever the server would say. */
public final class UnfitException extends Exception {

  public UnfitException(String why) {
    super(why);
  }
}
