package dev.lacuna.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that a declaration names, and its schema if it names one; in the form of a {@link
 * DeclaredColumn}.
 */
record TableName(@Nullable String schema, String table) {

  /** Of the parts of a name; a catalog before the schema counts for nothing. */
  static TableName of(List<String> path) {
    int last = path.size() - 1;
    return new TableName(last == 0 ? null : path.get(last - 1), path.get(last));
  }

  /** The name of a column of this table, without its schema where it names none. */
  String column(String column) {
    return (schema == null ? "" : schema + ".") + table + "." + column;
  }
}
