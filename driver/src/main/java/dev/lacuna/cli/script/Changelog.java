package dev.lacuna.cli.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A changelog of Liquibase's that is no SQL. Liquibase alone knows what it runs for it.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/home.html">Liquibase's
 *     documentation, Changelogs</a>
 */
final class Changelog {

  /** More than people write; what is longer is data. */
  private static final long LONGEST = 4L << 20;

  private static final Pattern ONE = Pattern.compile("\\bdatabaseChangeLog\\b");
  private static final Pattern CHANGES = Pattern.compile("<(\\w+:)?changeSet\\b|\\bchangeSet\\W*:");

  private Changelog() {}

  /** Whether a file is one that makes changes of its own, rather than naming files that do. */
  static boolean hasChanges(Path file) throws IOException {
    boolean named = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(xml|ya?ml|json)");
    if (!named || Files.size(file) > LONGEST) {
      return false;
    }
    // Whatever its encoding, these words look the same.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return ONE.matcher(text).find() && CHANGES.matcher(text).find();
  }
}
