package dev.lacuna.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent for a statement's text, and what its result means.
 *
 * @param sql the text to send; the application's own where nothing had to be edited
 * @param parameters where its parameters come from
 * @param guards what the text relies on; empty where it is right whatever the tables have
 * @param optimistic whether the guards stand in the text itself, so that an effect proves them:
 *     only an outcome without any has to be looked into. Where this is false and there are guards,
 *     they must be proven, under the lock, before the text is sent
 * @param star where missing columns belong in its result, or in its generated keys
 * @param vanishes whether values that it writes vanish
 */
public record Translation(
    String sql,
    ParameterMap parameters,
    List<Guard> guards,
    boolean optimistic,
    @Nullable StarShape star,
    boolean vanishes) {

  /** The translation of a text that is sent as it is, with a result that is the driver's. */
  static Translation unchanged(String sql, @Nullable StarShape star) {
    return new Translation(sql, ParameterMap.IDENTITY, List.of(), true, star, false);
  }

  /** Whether the text is another than the application's. */
  public boolean isRewritten(String original) {
    return !sql.equals(original);
  }
}
