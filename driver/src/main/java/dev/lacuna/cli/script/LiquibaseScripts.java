package dev.lacuna.cli.script;

import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of Liquibase's formatted SQL: a script a changeset. What is for another engine, what
 * is ignored, and what rolls back is left out.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Liquibase's
 *     documentation, SQL changelog example</a>
 */
final class LiquibaseScripts {

  private static final Pattern FIRST_LINE =
      Pattern.compile("\\s*--\\s*liquibase\\s+formatted\\s+sql.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "\\s*--\\s*(changeset(?=\\s+[^:]+:)|rollback|property|ignoreLines|preconditions?\\b|precondition-[\\w-]+"
              + "|comment:|validCheckSum)\\b?[\\s:]*(.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ROLLBACK_BLOCK =
      Pattern.compile("\\s*/\\*\\s*liquibase\\s+rollback\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\w+):(\"[^\"]*\"|'[^']*'|\\S*)", Pattern.CASE_INSENSITIVE);

  private final Engine engine;
  private final Map<String, String> parameters;
  private final List<Script> scripts = new ArrayList<>();
  private final String name;
  private final String[] lines;
  private @Nullable Changeset current;

  /** What is known of a changeset while its lines are read. */
  private static final class Changeset {
    final Map<String, String> attributes;
    final int line;
    final StringBuilder text = new StringBuilder();

    Changeset(Map<String, String> attributes, int line) {
      this.attributes = attributes;
      this.line = line;
    }
  }

  private LiquibaseScripts(SqlFile file, Engine engine, Map<String, String> parameters) {
    this.name = file.name();
    this.lines = file.text().split("\n", -1);
    this.engine = engine;
    this.parameters = new HashMap<>(parameters);
  }

  /** Whether a file says that it is one. */
  static boolean isOne(SqlFile file) {
    return file.text()
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> FIRST_LINE.matcher(line).matches())
        .isPresent();
  }

  /** Its changesets, in their order. */
  static List<Script> read(SqlFile file, Engine engine, Map<String, String> parameters) {
    LiquibaseScripts reader = new LiquibaseScripts(file, engine, parameters);
    int at = 0;
    while (at < reader.lines.length) {
      at = reader.readLine(at);
    }
    reader.finish();
    return reader.scripts;
  }

  /** Reads the line of that index, and returns the index to go on from. */
  private int readLine(int at) {
    Matcher directive = DIRECTIVE.matcher(lines[at]);
    if (ROLLBACK_BLOCK.matcher(lines[at]).matches()) {
      return skip(at, behindBlock(at));
    }
    if (!directive.matches()) {
      if (current == null && !lines[at].isBlank() && !lines[at].strip().startsWith("--")) {
        // Liquibase refuses the file then; what would be run is told all the same.
        current = new Changeset(Map.of(), at + 1);
      }
      keep(lines[at]);
      return at + 1;
    }
    String argument = directive.group(2);
    switch (directive.group(1).toLowerCase(Locale.ROOT)) {
      case "changeset" -> {
        finish();
        current = new Changeset(attributes(argument), at + 1);
        keep("");
      }
      case "property" -> {
        setParameter(attributes(argument));
        keep("");
      }
      case "ignorelines" -> {
        return skip(at, behindIgnored(at, argument.strip().toLowerCase(Locale.ROOT)));
      }
      default -> keep("");
    }
    return at + 1;
  }

  /** Keeps the places of the lines that are left out. */
  private int skip(int from, int to) {
    for (int i = from; i < to; i++) {
      keep("");
    }
    return to;
  }

  private void keep(String line) {
    if (current != null) {
      current.text.append(line).append('\n');
    }
  }

  private int behindBlock(int from) {
    for (int i = from; i < lines.length; i++) {
      if (lines[i].contains("*/")) {
        return i + 1;
      }
    }
    return lines.length;
  }

  /** {@code ignoreLines:3}, or {@code ignoreLines:start} to {@code ignoreLines:end}. */
  private int behindIgnored(int at, String argument) {
    if (argument.matches("\\d{1,6}")) {
      return Math.min(lines.length, at + 1 + Integer.parseInt(argument));
    }
    if (argument.equals("start")) {
      for (int i = at + 1; i < lines.length; i++) {
        if (lines[i].matches("(?i)\\s*--\\s*ignoreLines:\\s*end\\s*")) {
          return i + 1;
        }
      }
    }
    return at + 1;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    ATTRIBUTE
        .matcher(text)
        .results()
        .forEach(
            found ->
                attributes.put(
                    found.group(1).toLowerCase(Locale.ROOT),
                    found.group(2).replaceAll("^[\"']|[\"']$", "")));
    return attributes;
  }

  /** The first one counts, and those that were given before. */
  private void setParameter(Map<String, String> property) {
    String key = property.get("name");
    String value = property.get("value");
    if (key != null && value != null && isForUs(property)) {
      parameters.putIfAbsent(key, value);
    }
  }

  private boolean isForUs(Map<String, String> attributes) {
    String dbms = attributes.getOrDefault("dbms", "all");
    List<String> names = Arrays.stream(dbms.split(",", -1)).map(String::strip).toList();
    String own = engine.urlName();
    boolean excludes = names.stream().allMatch(one -> one.startsWith("!"));
    return excludes
        ? !names.contains("!" + own)
        : names.contains(own) || names.contains("all") || names.contains("");
  }

  private void finish() {
    Changeset done = current;
    current = null;
    if (done == null
        || !isForUs(done.attributes)
        || done.attributes.getOrDefault("ignore", "").equalsIgnoreCase("true")) {
      return;
    }
    boolean transaction = !isOff(done, "runintransaction");
    scripts.add(new Script(name, transaction, pieces(done)));
  }

  private static boolean isOff(Changeset changeset, String attribute) {
    return changeset.attributes.getOrDefault(attribute, "").equalsIgnoreCase("false");
  }

  private List<Piece> pieces(Changeset changeset) {
    String text = new Placeholders(parameters).replaceKnown(changeset.text.toString());
    if (isOff(changeset, "splitstatements")) {
      return text.isBlank() ? List.of() : List.of(new Piece(text, changeset.line));
    }
    String delimiter = changeset.attributes.getOrDefault("enddelimiter", ";");
    return delimiter.isEmpty() || delimiter.equals(";")
        ? Splitter.split(text, changeset.line, engine.dialect())
        : Splitter.split(text, changeset.line, engine.dialect(), LiquibaseDelimiter.of(delimiter));
  }
}
