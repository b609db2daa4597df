package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.IndexKind;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the gentle way to a constraint or an index. */
final class Steps {

  private Steps() {}

  /** A column becomes NOT NULL without a scan under a strong lock. */
  static String[] notNull(Subject subject, String column) {
    String table = subject.tableSql();
    String name = subject.name(subject.tableName() + "_" + column + "_not_null");
    String field = subject.name(column);
    String alter = "ALTER TABLE " + table;
    List<String> steps = new ArrayList<>();
    String pending = pendingNotNull(subject, column);
    if (pending != null) {
      return new String[] {alter + " VALIDATE CONSTRAINT " + subject.name(pending)};
    }
    if (subject.server().isAtLeast(18, 0, 0)) {
      steps.add(alter + " ADD CONSTRAINT " + name + " NOT NULL " + field + " NOT VALID");
      steps.add(alter + " VALIDATE CONSTRAINT " + name);
      return steps.toArray(String[]::new);
    }
    steps.add(alter + " ADD CONSTRAINT " + name + " CHECK (" + field + " IS NOT NULL) NOT VALID");
    steps.add(alter + " VALIDATE CONSTRAINT " + name);
    if (subject.server().isAtLeast(12, 0, 0)) {
      steps.add(alter + " ALTER COLUMN " + field + " SET NOT NULL");
      steps.add(alter + " DROP CONSTRAINT " + name);
    }
    return steps.toArray(String[]::new);
  }

  /**
   * The NOT NULL constraint that a column has and that is not valid yet: PostgreSQL 18 lets it have
   * no other one.
   */
  private static @Nullable String pendingNotNull(Subject subject, String column) {
    Table table = subject.table();
    return table == null
        ? null
        : table.constraints().stream()
            .filter(known -> known.kind() == Constraint.Kind.NOT_NULL && !known.validated())
            .filter(known -> known.columns().contains(column))
            .map(Table.ConstraintFacts::name)
            .findFirst()
            .orElse(null);
  }

  static String[] check(Subject subject, Constraint check) {
    String name = nameOf(subject, check, "check");
    String alter = "ALTER TABLE " + subject.tableSql();
    return new String[] {
      alter + " ADD CONSTRAINT " + name + " CHECK " + check.expression() + " NOT VALID",
      alter + " VALIDATE CONSTRAINT " + name
    };
  }

  private static String nameOf(Subject subject, Constraint constraint, String suffix) {
    String given = constraint.name();
    if (given != null) {
      return subject.name(given);
    }
    String columns =
        constraint.columns().stream()
            .filter(column -> column.matches("\\w+"))
            .map(column -> "_" + column)
            .collect(Collectors.joining());
    return subject.name(subject.tableName() + columns + "_" + suffix);
  }

  static String[] foreignKey(Subject subject, Constraint key) {
    String name = nameOf(subject, key, "fkey");
    ObjectName parent = key.parent();
    String parents =
        key.parentColumns().isEmpty() ? "" : " (" + columns(subject, key.parentColumns()) + ")";
    String actions = key.actions().replace("NOT VALID", "").strip();
    String constraint =
        "ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s%s%s"
            .formatted(
                name,
                columns(subject, key.columns()),
                parent == null ? "" : subject.name(parent),
                parents,
                actions.isEmpty() ? "" : " " + actions);
    String add = "ALTER TABLE " + subject.tableSql() + " " + constraint;
    if (PartitionKeys.isNeeded(subject)) {
      return PartitionKeys.steps(subject, name, constraint);
    }
    if (subject.isPostgresql()) {
      return new String[] {
        add + " NOT VALID", "ALTER TABLE " + subject.tableSql() + " VALIDATE CONSTRAINT " + name
      };
    }
    return new String[] {
      "SET SESSION foreign_key_checks = 0",
      add + ", ALGORITHM=INPLACE, LOCK=NONE",
      "SET SESSION foreign_key_checks = 1"
    };
  }

  private static String columns(Subject subject, List<String> columns) {
    return columns.stream().map(subject::name).collect(Collectors.joining(", "));
  }

  /** An index is built concurrently and becomes the constraint. */
  static String[] keyUsingIndex(Subject subject, Constraint key, String kind) {
    String name = nameOf(subject, key, kind.equals("UNIQUE") ? "key" : "pkey");
    String table = subject.tableSql();
    return new String[] {
      "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s)"
          .formatted(name, table, columns(subject, key.columns())),
      "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s".formatted(table, name, kind, name)
    };
  }

  /** Before PostgreSQL 12, nothing proves that a column has no NULL but a look at its rows. */
  static String[] primaryKey(Subject subject, Constraint key) {
    List<String> steps = new ArrayList<>();
    boolean proved = true;
    for (String column : key.columns()) {
      boolean known =
          subject.table() != null
              && subject.table().column(column).filter(facts -> facts.notNull()).isPresent();
      if (!known) {
        steps.addAll(List.of(notNull(subject, column)));
      }
      proved &= known || subject.server().isAtLeast(12, 0, 0);
    }
    String[] last = keyUsingIndex(subject, key, "PRIMARY KEY");
    steps.add(last[0]);
    steps.add(
        proved ? last[1] : "-- This reads all rows, which keeps everybody out:\n-- " + last[1]);
    return steps.toArray(String[]::new);
  }

  static String concurrentIndex(Subject subject, CreateIndex index) {
    return "CREATE %sINDEX CONCURRENTLY %s%sON %s %s"
        .formatted(
            index.kind() == IndexKind.UNIQUE ? "UNIQUE " : "",
            index.ifNotExists() ? "IF NOT EXISTS " : "",
            index.name() == null ? "" : subject.name(index.name()) + " ",
            subject.tableSql(),
            index.definition());
  }

  static String[] partitionedIndex(Subject subject, CreateIndex index) {
    String own = index.name() == null ? subject.tableName() + "_idx" : index.name();
    String name = subject.name(own);
    String unique = index.kind() == IndexKind.UNIQUE ? "UNIQUE " : "";
    return new String[] {
      "CREATE %sINDEX %s ON ONLY %s %s"
          .formatted(unique, name, subject.tableSql(), index.definition()),
      "-- For each partition:\n-- CREATE %sINDEX CONCURRENTLY partition_idx ON the_partition %s;\n-- ALTER INDEX %s ATTACH PARTITION partition_idx"
          .formatted(unique, index.definition(), name)
    };
  }

  static String[] dropIndexes(Subject subject, DropIndex drop) {
    return drop.indexes().stream()
        .map(index -> "DROP INDEX CONCURRENTLY " + subject.name(index))
        .toArray(String[]::new);
  }

  /** The bounds of a partition, as the statement has them. */
  static String bounds(String sql) {
    String upper = sql.toUpperCase(Locale.ROOT);
    int at = Math.max(upper.lastIndexOf("FOR VALUES"), upper.lastIndexOf(" DEFAULT"));
    return at < 0 ? "" : sql.substring(at).strip();
  }
}
