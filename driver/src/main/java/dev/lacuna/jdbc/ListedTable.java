package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as the metadata names it. */
record ListedTable(@Nullable String catalog, @Nullable String schema, String name) {

  /** The columns of the metadata that name a column's table. */
  static final List<String> LABELS = List.of("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME");

  /** The parts of its name, normalised; MySQL's databases are catalogs, or schemas if one likes. */
  List<String> path(Dialect dialect) {
    String table = dialect.foldQuoted(name);
    String space = schema == null ? catalog : schema;
    return space == null ? List.of(table) : List.of(space, table);
  }
}
