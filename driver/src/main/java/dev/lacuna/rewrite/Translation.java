package dev.lacuna.rewrite;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sent for a statement's text, and what its result means.
 *
 * @param sql the text to send; the application's own where nothing had to be edited
 * @param parts of a batch the translation of each of its texts; else empty
 * @param parameters where its parameters come from
 * @param guards what the text relies on; empty where it is right whatever the tables have
 * @param proof how the guards are proven
 * @param star where missing columns belong in its result, or in its generated keys
 * @param expected names of columns that its result shows if the tables are as they were taken for;
 *     a result without one of them is reason to look again
 * @param vanishes whether values that it writes vanish
 */
public record Translation(
    String sql,
    List<Translation> parts,
    ParameterMap parameters,
    List<Guard> guards,
    Proof proof,
    @Nullable StarShape star,
    Set<String> expected,
    boolean vanishes) {

  /** How it shows whether what a text relies on is so. */
  public enum Proof {
    /** The text has no effect where it is not: an outcome without any has to be looked into. */
    EFFECT,
    /** The server refuses the text where it is not. */
    REFUSAL,
    /** It does not: the guards must be asked for first, under the lock. */
    LOCK
  }

  public Translation {
    parts = List.copyOf(parts);
    guards = List.copyOf(guards);
    expected = Set.copyOf(expected);
  }

  /** The translation of a text that is sent as it is. */
  public static Translation unchanged(String sql, @Nullable StarShape star) {
    return unchanged(sql, star, Set.of());
  }

  static Translation unchanged(String sql, @Nullable StarShape star, Set<String> expected) {
    return new Translation(
        sql, List.of(), ParameterMap.IDENTITY, List.of(), Proof.REFUSAL, star, expected, false);
  }

  /** The translation of several texts that are sent at once; it relies on what each relies on. */
  public static Translation ofBatch(List<Translation> parts) {
    return new Translation(
        String.join(";\n", parts.stream().map(Translation::sql).toList()),
        parts,
        ParameterMap.IDENTITY,
        parts.stream().flatMap(part -> part.guards().stream()).distinct().toList(),
        parts.stream().allMatch(Translation::isRefusedOtherwise) ? Proof.REFUSAL : Proof.LOCK,
        null,
        Set.of(),
        parts.stream().anyMatch(Translation::vanishes));
  }

  private boolean isRefusedOtherwise() {
    return guards.isEmpty() || proof == Proof.REFUSAL;
  }

  /** Whether the text is another than the application's. */
  public boolean isRewritten(String original) {
    return !sql.equals(original);
  }
}
