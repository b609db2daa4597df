package dev.lacuna.jdbc;

import dev.lacuna.rewrite.StarShape;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the results of one connection are completed. Some of the last ways are kept, as a statement
 * is run again and again: then only the labels of its result are looked at.
 *
 * <p>As thread-safe as the connection.
 */
final class Completions {

  private static final int SLOTS = 16;

  private final Companions companions;
  private final @Nullable Completion[] recent = new Completion[SLOTS];

  Completions(Companions companions) {
    this.companions = companions;
  }

  /**
   * How results of one shape are completed.
   *
   * @param shared where the missing columns are read from; null if each result has its own row
   */
  private record Completion(
      StarShape shape, StarColumns columns, Companions.@Nullable Companion shared) {}

  /** Which columns a result lacks, and where the others are. */
  StarColumns columns(StarShape shape, ResultSetMetaData actual) throws SQLException {
    Completion known = known(shape);
    if (known != null && known.columns().fits(actual)) {
      return known.columns();
    }
    StarColumns columns = StarColumns.of(shape, actual);
    List<DeclaredColumn> missing = columns.missing();
    recent[slot(shape)] =
        new Completion(shape, columns, missing.isEmpty() ? null : companions.shared(missing));
    return columns;
  }

  /** Where the missing columns of a result of that shape are read from. */
  Companions.Companion companion(StarShape shape, StarColumns columns) throws SQLException {
    Completion known = known(shape);
    return known != null && known.shared() != null && known.columns() == columns
        ? known.shared()
        : companions.of(columns.missing());
  }

  /** Asks for what a result will lack, as some connections run nothing while a result is read. */
  void foresee(Translation translation) throws SQLException {
    StarShape star = translation.star();
    if (star == null || star.missing().isEmpty()) {
      return;
    }
    Completion known = known(star);
    if (known == null || known.shared() == null) {
      companions.shared(star.missing());
    }
  }

  // A translation that is kept has one shape.
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Completion known(StarShape shape) {
    Completion found = recent[slot(shape)];
    return found != null && found.shape() == shape ? found : null;
  }

  private static int slot(StarShape shape) {
    return System.identityHashCode(shape) & (SLOTS - 1);
  }
}
