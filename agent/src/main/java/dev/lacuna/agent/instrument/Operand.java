package dev.lacuna.agent.instrument;

/** What an {@link Advice} hands to the bridge. */
enum Operand {
  /** Null. */
  NONE,
  /** The object whose method it is. */
  THIS,
  /** The method's first argument, as it came. */
  FIRST,
  /** The second one, as it came. */
  SECOND,
  /** What the method returns. */
  RESULT,
  /** The method's name. */
  NAME,
  /** The names of the types of its arguments, as {@code (int,java.lang.String)}. */
  TYPES,
  /** All arguments. */
  ARGUMENTS;

  /** The type of the bridge's parameter. */
  String descriptor() {
    return switch (this) {
      case NONE, THIS, FIRST, SECOND, RESULT -> "Ljava/lang/Object;";
      case NAME, TYPES -> "Ljava/lang/String;";
      case ARGUMENTS -> "[Ljava/lang/Object;";
    };
  }
}
