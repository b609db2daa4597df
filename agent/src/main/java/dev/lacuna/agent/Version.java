package dev.lacuna.agent;

import java.util.Objects;

/** The agent's version, which stands in the manifest of its jar and nowhere else. */
final class Version {

  private static final String OUTSIDE_A_JAR = "(unpackaged)";

  private Version() {}

  static String banner() {
    return "Lacuna agent " + current();
  }

  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), OUTSIDE_A_JAR);
  }
}
