package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the gentle way to a foreign key of a partitioned table, which PostgreSQL lets be {@code
 * NOT VALID} from 18 on. Before, each partition gets it by itself; from 12 on the table takes over
 * what its partitions have and have validated, and reads nothing.
 */
final class PartitionKeys {

  /** So many partitions are named. */
  private static final int MOST_NAMED = 10;

  private PartitionKeys() {}

  static boolean isNeeded(Subject subject) {
    Table table = subject.table();
    return table != null
        && table.isPartitioned()
        && subject.isPostgresql()
        && !subject.server().isAtLeast(18, 0, 0);
  }

  /** What to do, for people. */
  static String instead(Subject subject) {
    return isPossible(subject)
        ? "add it to each partition as NOT VALID and validate it there, which locks nobody out; "
            + "the table then takes these over without a look at the rows."
        : "before PostgreSQL 12 there is no gentle way to it: do it in a maintenance window.";
  }

  /** The same, behind other things that are to be done. */
  static String briefly(Subject subject) {
    return isPossible(subject) ? "partition by partition." : "in a maintenance window.";
  }

  private static boolean isPossible(Subject subject) {
    return subject.server().isAtLeast(12, 0, 0);
  }

  /**
   * The statements; none where there is no gentle way.
   *
   * @param name of the constraint, as SQL
   * @param constraint what stands behind {@code ALTER TABLE} and the table
   */
  static String[] steps(Subject subject, String name, String constraint) {
    Table table = subject.table();
    if (table == null || !isPossible(subject)) {
      return new String[0];
    }
    List<String> steps = new ArrayList<>();
    List<ObjectName> leaves = table.leaves();
    for (ObjectName leaf : leaves.subList(0, Math.min(MOST_NAMED, leaves.size()))) {
      String alter = "ALTER TABLE " + subject.name(leaf) + " ";
      steps.add(alter + constraint + " NOT VALID");
      steps.add(alter + "VALIDATE CONSTRAINT " + name);
    }
    if (leaves.size() > MOST_NAMED) {
      steps.add("-- The same for the other " + (leaves.size() - MOST_NAMED) + " partitions");
    }
    steps.add(
        "/* lacuna:allow add-foreign-key */ ALTER TABLE " + subject.tableSql() + " " + constraint);
    return steps.toArray(String[]::new);
  }
}
