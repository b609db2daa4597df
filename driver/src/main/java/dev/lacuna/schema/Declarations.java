package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns that the options declare. */
public final class Declarations {

  private Declarations() {}

  /**
   * Reads {@code lacuna.migrations}, {@code lacuna.columns} and {@code lacuna.hide}.
   *
   * <p>Nothing is kept: each call reads the files anew. The result depends on the three options,
   * the dialect and the class loader, and on what the files hold.
   *
   * @param dialect the rules by which the files are written
   * @param context the class loader in which {@code classpath:} resources are looked for before
   *     Lacuna's own; null for its own alone
   * @throws ConfigurationException if a resource is missing or cannot be read, if a declaration
   *     cannot be read or leaves nothing to show, or if two of them differ
   */
  public static DeclaredColumns read(
      Options options, Dialect dialect, @Nullable ClassLoader context)
      throws ConfigurationException {
    List<DeclaredColumn> columns = new ArrayList<>();
    for (Resource resource : Migrations.read(options.migrations(), ClassPath.of(context))) {
      for (Statement statement : Script.alters(resource, dialect)) {
        columns.addAll(AlterTable.read(statement, dialect));
      }
    }
    columns.addAll(InlineColumns.read(options.columns(), dialect));
    return DeclaredColumns.of(HiddenColumns.hide(options.hide(), columns, dialect), dialect);
  }
}
