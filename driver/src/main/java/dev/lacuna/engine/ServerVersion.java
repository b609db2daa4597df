package dev.lacuna.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a server, in numbers. PostgreSQL 10 and later have a major and a minor one, the
 * others three.
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

  /**
   * Finds the version in what a server or a user says: {@code 18.6 (Debian 18.6-1)}, {@code
   * 8.0.46-commercial}, {@code 11.8.9-MariaDB-log}, {@code 5.5.5-10.6.7-MariaDB}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ServerVersion parse(String text) {
    // MariaDB's old way to pass for a MySQL that replicas of MySQL can talk to.
    String own = text.startsWith("5.5.5-") ? text.substring("5.5.5-".length()) : text;
    Matcher numbers = NUMBERS.matcher(own);
    if (!numbers.find()) {
      throw new IllegalArgumentException("no version number in " + text);
    }
    return new ServerVersion(
        Integer.parseInt(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
  }

  private static int number(@Nullable String group) {
    return group == null ? 0 : Integer.parseInt(group);
  }

  /** Whether it is that version or a later one. */
  public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
    return compareTo(new ServerVersion(otherMajor, otherMinor, otherPatch)) >= 0;
  }

  /** Whether its major number is that one or greater. */
  public boolean isAtLeast(int otherMajor) {
    return major >= otherMajor;
  }

  @Override
  public int compareTo(ServerVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return patch == 0 ? major + "." + minor : major + "." + minor + "." + patch;
  }
}
