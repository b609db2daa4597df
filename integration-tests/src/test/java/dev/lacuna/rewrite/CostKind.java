package dev.lacuna.rewrite;

/**
 * A kind of statement whose cost on the server is measured.
 *
 * @param plain the statement without the missing columns, as an application without Lacuna has it
 * @param asIf the same with them
 * @param plan what the plan of the text that is sent is beside that of the plain statement
 */
record CostKind(String name, String plain, String asIf, String plan) {

  /** The same nodes, but for the guard, which is one value a statement. */
  static final String SAME = "the same";

  CostKind(String name, String plain, String asIf) {
    this(name, plain, asIf, SAME);
  }

  @Override
  public String toString() {
    return name;
  }

  boolean isPlannedAlike() {
    return plan.equals(SAME);
  }
}
