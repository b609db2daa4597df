package dev.lacuna.ddl.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint as a statement defines it.
 *
 * @param name null where the server makes one up
 * @param columns the columns that it is on; none for a check
 * @param expression what a check demands, else null
 * @param parent what a foreign key refers to, else null
 * @param parentColumns the columns referred to; none where the statement leaves them out
 * @param actions what follows {@code ON DELETE} and {@code ON UPDATE}, in capitals; else empty
 * @param validated false for {@code NOT VALID} and {@code NOT ENFORCED}
 * @param index the index that {@code USING INDEX} names, else null
 */
public record Constraint(
    Kind kind,
    @Nullable String name,
    List<String> columns,
    @Nullable String expression,
    @Nullable ObjectName parent,
    List<String> parentColumns,
    String actions,
    boolean validated,
    @Nullable String index) {

  /** The kinds of constraints. */
  public enum Kind {
    CHECK("CHECK"),
    NOT_NULL("NOT NULL"),
    UNIQUE("UNIQUE"),
    PRIMARY_KEY("PRIMARY KEY"),
    FOREIGN_KEY("FOREIGN KEY"),
    EXCLUSION("EXCLUDE");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    /** The key words. */
    public String sql() {
      return sql;
    }
  }

  /** Whether it is of that kind. */
  public boolean is(Kind other) {
    return kind == other;
  }
}
