package dev.lacuna.schema;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the tests of this room say often. */
final class Declared {

  private static final ClassLoader NOTHING = new ClassLoader(null) {};

  private Declared() {}

  /** The columns that {@code lacuna.columns} declares to PostgreSQL. */
  static DeclaredColumns inline(String columns) throws SQLException {
    return read(null, columns, Dialect.POSTGRESQL, NOTHING);
  }

  /** The columns that {@code lacuna.migrations} declares to PostgreSQL. */
  static DeclaredColumns migrations(String migrations) throws SQLException {
    return migrations(migrations, NOTHING);
  }

  static DeclaredColumns migrations(String migrations, ClassLoader context) throws SQLException {
    return read(migrations, "", Dialect.POSTGRESQL, context);
  }

  static DeclaredColumns migrations(Path file, Dialect dialect) throws SQLException {
    return read("file:" + file, "", dialect, NOTHING);
  }

  static DeclaredColumns read(
      @Nullable String migrations, String columns, Dialect dialect, ClassLoader context)
      throws SQLException {
    Map<String, String> url = new HashMap<>(Map.of("lacuna.columns", columns));
    if (migrations != null) {
      url.put("lacuna.migrations", migrations);
    }
    return Declarations.read(Options.of(url, new Properties(), new Properties()), dialect, context);
  }
}
