package dev.lacuna.cli.script;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a migration of Flyway's, such as {@code V1.2__add_orders.sql}. In the order in which
 * Flyway runs them: versioned ones by their versions, then repeatable ones by their descriptions.
 *
 * @see <a href="https://documentation.red-gate.com/fd/migrations-271585107.html">Flyway's
 *     documentation, Migrations</a>
 */
record FlywayName(Kind kind, List<BigInteger> version, String description)
    implements Comparable<FlywayName> {

  /** What it is run for, in the order in which {@code migrate} does. */
  enum Kind {
    VERSIONED,
    REPEATABLE,
    /** {@code U}: run by {@code undo} only. */
    UNDO,
    /** {@code B}: run in place of versioned ones where there is nothing yet. */
    BASELINE
  }

  private static final Pattern NAME =
      Pattern.compile("(?:([VUB])(\\d+(?:[._]\\d+)*)|R)__(.*)\\.sql");

  /** Takes a file's name apart; empty where Flyway would pass over it. */
  static Optional<FlywayName> parse(String file) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      return Optional.empty();
    }
    String prefix = name.group(1);
    if (prefix == null) {
      return Optional.of(new FlywayName(Kind.REPEATABLE, List.of(), name.group(3)));
    }
    Kind kind =
        switch (prefix) {
          case "U" -> Kind.UNDO;
          case "B" -> Kind.BASELINE;
          default -> Kind.VERSIONED;
        };
    List<BigInteger> version =
        Arrays.stream(name.group(2).split("[._]", -1)).map(BigInteger::new).toList();
    return Optional.of(new FlywayName(kind, version, name.group(3)));
  }

  /** Whether {@code migrate} runs it where there is something already. */
  boolean isMigrated() {
    return kind == Kind.VERSIONED || kind == Kind.REPEATABLE;
  }

  @Override
  public int compareTo(FlywayName other) {
    return Comparator.comparing(FlywayName::kind)
        .thenComparing(FlywayName::version, FlywayName::compareVersions)
        .thenComparing(FlywayName::description)
        .compare(this, other);
  }

  /** A part that is not there counts as 0. */
  private static int compareVersions(List<BigInteger> one, List<BigInteger> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      int order = part(one, i).compareTo(part(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<BigInteger> version, int index) {
    return index < version.size() ? version.get(index) : BigInteger.ZERO;
  }
}
