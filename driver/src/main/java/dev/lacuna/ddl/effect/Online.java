package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How InnoDB carries out the changes of one ALTER together.
 *
 * @param algorithm the lightest that all of them have
 * @param lock the weakest that all of them allow
 * @param rebuilds whether the table is built anew
 * @param scans whether every row is read
 */
record Online(Algorithm algorithm, Lock lock, boolean rebuilds, boolean scans) {

  /** From here on {@code ALGORITHM=COPY} lets writes go on: MariaDB, tried on 11.8. */
  private static final int MARIADB_ONLINE_COPY = 11_08;

  /**
   * What one change asks of InnoDB, from the lightest to the heaviest.
   *
   * <p>A change that can be instant is so only if all changes of its statement are; else it is done
   * in place, where adding or dropping a column rebuilds the table.
   */
  enum Need {
    /** Instant; in place it costs nothing either. */
    METADATA,
    /** Instant; in place it rebuilds the table. */
    INSTANT,
    /** In place, at once. */
    QUICK,
    /** In place, reading every row. */
    INDEX,
    /** In place, reading every row; writes wait. */
    SHARED_INDEX,
    /** In place, and the table is built anew. */
    REBUILD,
    /** The same; writes wait. */
    SHARED_REBUILD,
    /** Row by row into another table. */
    COPY;

    boolean isInstant() {
      return this == METADATA || this == INSTANT;
    }

    boolean rebuildsInPlace() {
      return this == INSTANT || this == REBUILD || this == SHARED_REBUILD;
    }

    boolean isShared() {
      return this == SHARED_INDEX || this == SHARED_REBUILD;
    }

    boolean scans() {
      return this == INDEX || this == SHARED_INDEX;
    }
  }

  static Online of(List<Need> needs, List<Change> changes, Facts facts) {
    boolean mariadb = facts.server().isMariadb();
    if (needs.contains(Need.COPY) || (mariadb && isMoveAmongGenerated(changes, facts.table()))) {
      return copy(facts);
    }
    if (needs.stream().allMatch(Need::isInstant)) {
      return new Online(Algorithm.INSTANT, Lock.NONE, false, false);
    }
    // MariaDB does at once what can be, also beside what is merely quick.
    boolean quick = mariadb && needs.stream().allMatch(need -> need.compareTo(Need.QUICK) <= 0);
    boolean rebuilds = !quick && needs.stream().anyMatch(Need::rebuildsInPlace);
    boolean fulltext = rebuilds && (hasFulltext(facts.table()) || addsFulltext(changes));
    if (fulltext && !mariadb && hasFulltext(facts.table())) {
      return copy(facts);
    }
    boolean shared = fulltext || needs.stream().anyMatch(Need::isShared);
    boolean scans = rebuilds || needs.stream().anyMatch(Need::scans);
    boolean nocopy = mariadb && !rebuilds && facts.server().isAtLeast(10, 3, 0);
    return new Online(
        nocopy ? Algorithm.NOCOPY : Algorithm.INPLACE,
        shared ? Lock.SHARED : Lock.NONE,
        rebuilds,
        scans);
  }

  /** MariaDB copies where columns come and go together in a table with generated ones. */
  private static boolean isMoveAmongGenerated(List<Change> changes, @Nullable Table table) {
    boolean generated =
        table != null && table.columns().values().stream().anyMatch(Table.ColumnFacts::generated);
    return generated
        && changes.stream().anyMatch(Change.AddColumn.class::isInstance)
        && changes.stream().anyMatch(Change.DropColumn.class::isInstance);
  }

  private static boolean hasFulltext(@Nullable Table table) {
    return table != null && table.hasFulltext();
  }

  private static boolean addsFulltext(List<Change> changes) {
    return changes.stream()
        .anyMatch(
            change ->
                change instanceof CreateIndex index && index.kind() == Change.IndexKind.FULLTEXT);
  }

  static Online copy(Facts facts) {
    Server server = facts.server();
    int version = server.version().major() * 100 + server.version().minor();
    boolean online =
        server.isMariadb() && version >= MARIADB_ONLINE_COPY && isReplayed(facts.table());
    return new Online(Algorithm.COPY, online ? Lock.NONE : Lock.SHARED, true, true);
  }

  /** Rows that a foreign key changes by itself are not in what MariaDB replays on the copy. */
  private static boolean isReplayed(@Nullable Table table) {
    return table != null
        && table.isInnodb()
        && table.constraints().stream().noneMatch(ConstraintFacts::actions);
  }

  /** The effect, where the statement may demand another algorithm or lock. */
  Effect effect(Ddl.Pins pins) {
    Algorithm pinned = algorithm(pins.algorithm());
    if (pinned == Algorithm.COPY && algorithm != Algorithm.COPY) {
      return new Effect(lock(pins, Lock.SHARED), true, true, Algorithm.COPY, List.of());
    }
    return new Effect(lock(pins, lock), rebuilds, scans, algorithm, List.of());
  }

  private static @Nullable Algorithm algorithm(@Nullable String pin) {
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.name().equals(pin)) {
        return algorithm;
      }
    }
    return null;
  }

  private static Lock lock(Ddl.Pins pins, Lock least) {
    String pin = pins.lock() == null ? "" : pins.lock().toUpperCase(Locale.ROOT);
    return switch (pin) {
      case "SHARED" -> least.or(Lock.SHARED);
      case "EXCLUSIVE" -> Lock.MYSQL_EXCLUSIVE;
      default -> least;
    };
  }
}
