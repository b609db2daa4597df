package dev.lacuna.cli.script;

import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Reads a migration of Flyway's, with the configuration beside it: {@code V1__x.sql.conf}.
 *
 * <p>Flyway runs each in a transaction, unless {@code executeInTransaction} says no, or all that is
 * in it cannot run in one.
 */
final class FlywayScripts {

  private final Engine engine;
  private final Placeholders placeholders;

  FlywayScripts(Engine engine, Placeholders placeholders) {
    this.engine = engine;
    this.placeholders = placeholders;
  }

  Script read(SqlFile file) throws IOException, ScriptException {
    Properties configuration = configuration(file);
    boolean replaces = isOn(configuration, "placeholderReplacement");
    String text = replaces ? placeholders.replaceAll(file) : file.text();
    List<Piece> pieces = Splitter.split(text, 1, engine.dialect());
    boolean transaction =
        isOn(configuration, "executeInTransaction") && !runsOutside(pieces, engine.dialect());
    return new Script(file.name(), transaction, pieces);
  }

  private static boolean isOn(Properties configuration, String key) {
    String value = configuration.getProperty(key, configuration.getProperty("flyway." + key));
    return value == null || !value.strip().equalsIgnoreCase("false");
  }

  private static Properties configuration(SqlFile file) throws IOException {
    Properties configuration = new Properties();
    Path sql = file.path();
    if (sql != null) {
      Path beside = sql.resolveSibling(file.lastName() + ".conf");
      if (Files.isRegularFile(beside)) {
        try (var reader = Files.newBufferedReader(beside)) {
          configuration.load(reader);
        }
      }
    }
    return configuration;
  }

  /** Whether Flyway sees by itself that no transaction will do. */
  private static boolean runsOutside(List<Piece> pieces, Dialect dialect) {
    return !pieces.isEmpty()
        && pieces.stream()
            .allMatch(
                piece ->
                    DdlScript.read(piece.sql(), dialect).stream()
                        .anyMatch(ddl -> ddl.sql().matches("(?is).*\\bCONCURRENTLY\\b.*")));
  }
}
