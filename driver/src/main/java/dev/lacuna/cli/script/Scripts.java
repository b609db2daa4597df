package dev.lacuna.cli.script;

import dev.lacuna.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what the command line names: files, folders, standard input. The front of this room.
 * Mutable; used once.
 */
public final class Scripts {

  /** The name that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private final Engine engine;
  private final Map<String, String> placeholders;
  private final InputStream input;
  private final List<String> unread = new ArrayList<>();

  /**
   * A reader.
   *
   * @param engine by whose lexical rules statements are told apart
   * @param placeholders the values of placeholders by their names
   * @param input standard input
   */
  public Scripts(Engine engine, Map<String, String> placeholders, InputStream input) {
    this.engine = engine;
    this.placeholders = Map.copyOf(placeholders);
    this.input = input;
  }

  /**
   * Reads files in the order in which they are named; those of a folder, and of the folders in it,
   * in the order in which Flyway runs them, and the others behind them by their paths.
   *
   * @throws java.nio.file.NoSuchFileException if one is not there
   * @throws ScriptException if one cannot be read as a migration
   */
  public List<Script> read(List<Path> named) throws IOException, ScriptException {
    List<Script> scripts = new ArrayList<>();
    for (Path path : named) {
      if (path.equals(STANDARD_INPUT)) {
        scripts.addAll(scripts(SqlFile.read(input)));
      } else if (Files.isDirectory(path)) {
        for (Path file : files(path)) {
          scripts.addAll(scripts(SqlFile.read(file)));
        }
      } else if (Changelog.hasChanges(path)) {
        unread.add(SqlFile.nameOf(path));
      } else {
        scripts.addAll(scripts(SqlFile.read(path)));
      }
    }
    return scripts;
  }

  /** The names of the changelogs among them that make changes and are no SQL. */
  public List<String> unread() {
    return List.copyOf(unread);
  }

  private List<Path> files(Path folder) throws IOException, ScriptException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).sorted(order()).toList();
    }
    List<Path> sql = all.stream().filter(Scripts::isSql).toList();
    for (Path file : all) {
      if (Changelog.hasChanges(file)) {
        unread.add(SqlFile.nameOf(file));
      }
    }
    if (sql.isEmpty() && unread.isEmpty()) {
      throw new ScriptException("There is no .sql file in " + folder + ".");
    }
    return sql.stream()
        .filter(file -> flyway(file).map(FlywayName::isMigrated).orElse(true))
        .toList();
  }

  private static boolean isSql(Path file) {
    return file.toString().endsWith(".sql");
  }

  private static Optional<FlywayName> flyway(Path file) {
    Path last = file.getFileName();
    return last == null ? Optional.empty() : FlywayName.parse(last.toString());
  }

  private static Comparator<Path> order() {
    Comparator<Path> byName =
        Comparator.comparing(
            file -> flyway(file).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
    return byName.thenComparing(Path::toString);
  }

  private List<Script> scripts(SqlFile file) throws IOException, ScriptException {
    if (LiquibaseScripts.isOne(file)) {
      return LiquibaseScripts.read(file, engine, placeholders);
    }
    Placeholders values = new Placeholders(placeholders);
    if (FlywayName.parse(file.lastName()).isPresent()) {
      return List.of(new FlywayScripts(engine, values).read(file));
    }
    String text = values.replaceKnown(file.text());
    return List.of(new Script(file.name(), false, Splitter.split(text, 1, engine.dialect())));
  }
}
