package dev.lacuna;

import java.util.Objects;

/** The driver's version, which stands in the manifest of its jar and nowhere else. */
final class Version {

  private Version() {}

  /** All of it; outside a jar, a word that says so. */
  static String text() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "(unpackaged)");
  }

  /** A part of the version, from 0; 0 outside a jar, where no version is known. */
  static int part(int index) {
    String version = Version.class.getPackage().getImplementationVersion();
    String[] parts = (version == null ? "" : version).split("[.-]", -1);
    boolean number = index < parts.length && parts[index].matches("\\d{1,9}");
    return number ? Integer.parseInt(parts[index]) : 0;
  }
}
