package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the {@code ALTER} statements of a migration file, and passes over everything else.
 *
 * <p>A file for psql holds more than SQL: meta-commands, which end with their line, and the data of
 * {@code COPY … FROM STDIN}. Neither follows SQL's quoting, so what is behind them is split anew.
 */
final class Script {

  private final Resource resource;
  private final Dialect dialect;
  private final List<Statement> alters = new ArrayList<>();
  private int line = 1;
  private int lineCountedTo;

  private Script(Resource resource, Dialect dialect) {
    this.resource = resource;
    this.dialect = dialect;
  }

  /**
   * Returns the statements that start with {@code ALTER}, in their order.
   *
   * @throws ConfigurationException if a quote or comment does not close
   */
  static List<Statement> alters(Resource resource, Dialect dialect) throws ConfigurationException {
    Script script = new Script(resource, dialect);
    int from = 0;
    while (from < resource.text().length()) {
      from = script.readFrom(from);
    }
    return script.alters;
  }

  /** Reads SQL from an offset, and returns the offset to go on from. */
  private int readFrom(int base) throws ConfigurationException {
    Tokens tokens = Tokens.of(resource.text().substring(base), dialect);
    int first = 0;
    for (int i = 0; i < tokens.count(); i++) {
      boolean metaCommand = tokens.is(i, '\\');
      if (metaCommand || tokens.is(i, TokenKind.SEMICOLON)) {
        add(tokens, first, i, base);
        if (metaCommand) {
          return after("\n", base + tokens.start(i));
        }
        if (isCopyFromStdin(tokens, first, i)) {
          return after("\n\\.", base + tokens.end(i));
        }
        first = i + 1;
      }
    }
    add(tokens, first, tokens.count(), base);
    requireClosed(tokens, base);
    return resource.text().length();
  }

  private void add(Tokens tokens, int first, int end, int base) {
    if (first < end && tokens.is(first, "ALTER")) {
      int start = tokens.start(first);
      String text = tokens.text().substring(start, tokens.end(end - 1));
      alters.add(new Statement(resource.name(), lineOf(base + start), text));
    }
  }

  private int after(String mark, int from) {
    int found = resource.text().indexOf(mark, from);
    return found < 0 ? resource.text().length() : found + mark.length();
  }

  private static boolean isCopyFromStdin(Tokens tokens, int first, int end) {
    if (!tokens.is(first, "COPY")) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (tokens.is(i, "FROM") && tokens.is(i + 1, "STDIN")) {
        return true;
      }
    }
    return false;
  }

  /** What does not close runs to the end of the text and is no token. */
  private void requireClosed(Tokens tokens, int base) throws ConfigurationException {
    int lastEnd = tokens.count() == 0 ? 0 : tokens.end(tokens.count() - 1);
    if (!Tokens.of(tokens.text().substring(lastEnd), dialect).wellFormed()) {
      throw Refusals.unclosed(resource.name(), lineOf(base + lastEnd));
    }
  }

  /** The line of an offset that is behind those asked for before. */
  private int lineOf(int offset) {
    for (; lineCountedTo < offset; lineCountedTo++) {
      if (resource.text().charAt(lineCountedTo) == '\n') {
        line++;
      }
    }
    return line;
  }
}
