package dev.lacuna.rewrite;

import java.util.Arrays;

/**
 * Which of the application's parameters stands at each marker of a sent text.
 *
 * <p>Every parameter of the application stands at one marker at least: a value that vanishes stays
 * in the text, where it is typed and not used.
 */
public final class ParameterMap {

  /** The map of a text whose parameters are the application's, in their order. */
  public static final ParameterMap IDENTITY = new ParameterMap(new int[0]);

  private final int[] applicationIndexes;
  private final int[][] markers;

  private ParameterMap(int[] applicationIndexes) {
    this.applicationIndexes = applicationIndexes;
    this.markers = new int[Arrays.stream(applicationIndexes).max().orElse(0)][0];
    for (int i = 0; i < applicationIndexes.length; i++) {
      int[] before = markers[applicationIndexes[i] - 1];
      int[] grown = Arrays.copyOf(before, before.length + 1);
      grown[before.length] = i + 1;
      markers[applicationIndexes[i] - 1] = grown;
    }
  }

  /**
   * Makes the map of a text.
   *
   * @param applicationIndexes for each marker, in the text's order, the application's index of it,
   *     from 1
   */
  public static ParameterMap of(int... applicationIndexes) {
    for (int i = 0; i < applicationIndexes.length; i++) {
      if (applicationIndexes[i] != i + 1) {
        return new ParameterMap(applicationIndexes.clone());
      }
    }
    return IDENTITY;
  }

  /** Whether the parameters of the text are the application's, in their order. */
  public boolean isIdentity() {
    return this == IDENTITY;
  }

  /**
   * How many parameters the application has; of an identical map unknown here.
   *
   * @throws IllegalStateException if the map is the identity
   */
  public int count() {
    if (isIdentity()) {
      throw new IllegalStateException("the text itself tells how many parameters it has");
    }
    return markers.length;
  }

  /**
   * How many markers take the value of one of the application's parameters; at least one.
   *
   * @param applicationIndex from 1; any number
   */
  public int markerCount(int applicationIndex) {
    return isKnown(applicationIndex) ? markers[applicationIndex - 1].length : 1;
  }

  /**
   * The marker that takes the value of one of the application's parameters, if no other does.
   *
   * @param applicationIndex from 1; any number
   * @return from 1; 0 where several markers take it, or the application has not that parameter
   */
  public int onlyMarker(int applicationIndex) {
    if (isIdentity()) {
      return Math.max(0, applicationIndex);
    }
    if (!isKnown(applicationIndex)) {
      return 0;
    }
    int[] all = markers[applicationIndex - 1];
    return all.length == 1 ? all[0] : 0;
  }

  /**
   * One of the markers that take the value of one of the application's parameters.
   *
   * @param applicationIndex from 1; one that the application has not is handed on as one that the
   *     text has not, so that the driver refuses it
   * @param which from 0
   * @return from 1, in the text's order
   */
  public int marker(int applicationIndex, int which) {
    if (isKnown(applicationIndex)) {
      return markers[applicationIndex - 1][which];
    }
    return isIdentity() || applicationIndex < 1 ? applicationIndex : applicationIndexes.length + 1;
  }

  private boolean isKnown(int applicationIndex) {
    return applicationIndex >= 1 && applicationIndex <= markers.length;
  }

  @Override
  public String toString() {
    return isIdentity() ? "identity" : Arrays.toString(applicationIndexes);
  }
}
