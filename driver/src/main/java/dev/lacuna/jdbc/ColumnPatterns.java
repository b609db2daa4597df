package dev.lacuna.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DatabaseMetaData#getColumns} is asked for. Public only as a part of {@link Session};
 * no application uses it.
 *
 * @param column null for any column, as "%" is
 */
public record ColumnPatterns(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String table,
    @Nullable String column) {

  private static final String ANY = "%";

  /** The driver's answer. */
  ResultSet of(DatabaseMetaData metaData) throws SQLException {
    return metaData.getColumns(catalog, schema, table, column);
  }

  /** The same for all columns of the tables. */
  ColumnPatterns ofAllColumns() {
    return new ColumnPatterns(catalog, schema, table, ANY);
  }

  boolean areOfAllColumns() {
    return column == null || column.equals(ANY);
  }

  /** Whether a column of that name is asked for. */
  boolean matchColumn(String name, boolean caseless) {
    return column == null
        || (caseless
            ? matches(column.toLowerCase(Locale.ROOT), name, 0, 0)
            : matches(column, name, 0, 0));
  }

  /** As LIKE does, with a backslash for the escape: that of pgjdbc, Connector/J and MariaDB. */
  private static boolean matches(String pattern, String name, int p, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    char c = pattern.charAt(p);
    if (c == '%') {
      return matches(pattern, name, p + 1, n)
          || (n < name.length() && matches(pattern, name, p, n + 1));
    }
    if (n == name.length()) {
      return false;
    }
    if (c == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == name.charAt(n) && matches(pattern, name, p + 2, n + 1);
    }
    return (c == '_' || c == name.charAt(n)) && matches(pattern, name, p + 1, n + 1);
  }
}
