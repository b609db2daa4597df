package dev.lacuna.sql;

import org.jspecify.annotations.Nullable;

/**
 * One item of a select list or of {@code RETURNING}.
 *
 * @param range its tokens, a label included
 * @param kind whether it is one column or a star
 * @param qualifier of {@code u.*} the normalised {@code u}; null for the other kinds
 */
public record SelectItem(Range range, Kind kind, @Nullable String qualifier) {

  /** How many columns an item makes. */
  public enum Kind {
    /** One. */
    COLUMN,
    /** {@code *}: those of all tables. */
    STAR,
    /** {@code u.*}: those of one table. */
    TABLE_STAR,
    /** {@code (expression).*}: those of a composite type. */
    COMPOSITE_STAR
  }

  /** Whether the number of columns depends on what a table has. */
  public boolean isStar() {
    return kind != Kind.COLUMN;
  }
}
