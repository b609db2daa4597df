package dev.lacuna.cli.script;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into statements, as the engines' own shells and the migration tools do: at
 * semicolons, but not at those in a routine's body; behind {@code DELIMITER} of the {@code mysql}
 * shell at that delimiter; and around what {@code psql} takes for itself, which are meta-commands
 * and the data of {@code COPY … FROM STDIN}.
 *
 * <p>Sources: PostgreSQL 18 manual, psql, "Meta-Commands"; MySQL 9.7 Reference Manual, 27.1
 * "Defining Stored Programs". Mutable; used for one text.
 */
final class Splitter {

  private static final Pattern DELIMITER =
      Pattern.compile("\\G\\s*DELIMITER[ \\t]+(\\S+)[^\\n]*(?:\\n|\\z)", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final Dialect dialect;
  private final List<Piece> pieces = new ArrayList<>();
  private int line;
  private int lineCountedTo;

  private Splitter(String text, int line, Dialect dialect) {
    this.text = text;
    this.line = line;
    this.dialect = dialect;
  }

  /**
   * Splits a text.
   *
   * @param line the line of the file on which the text begins
   */
  static List<Piece> split(String text, int line, Dialect dialect) {
    Splitter splitter = new Splitter(text, line, dialect);
    int from = 0;
    while (from < text.length()) {
      from = splitter.readFrom(from);
    }
    return splitter.pieces;
  }

  /**
   * Splits a text at a delimiter that is no semicolon.
   *
   * @param delimiter what ends a statement
   */
  static List<Piece> split(String text, int line, Dialect dialect, Pattern delimiter) {
    Splitter splitter = new Splitter(text, line, dialect);
    splitter.readDelimited(0, delimiter);
    return splitter.pieces;
  }

  /** Reads SQL from an offset, and returns the offset to go on from. */
  private int readFrom(int base) {
    Tokens tokens = Tokens.of(text.substring(base), dialect);
    Body body = new Body(tokens);
    int start = base;
    int first = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (i == first && dialect.isMySql() && tokens.is(i, "DELIMITER")) {
        return readDelimiter(base + tokens.start(i));
      }
      boolean metaCommand = !dialect.isMySql() && tokens.is(i, '\\');
      if (metaCommand || (tokens.is(i, TokenKind.SEMICOLON) && !body.contains(first, i))) {
        add(start, base + tokens.start(i));
        if (metaCommand) {
          return behind("\n", base + tokens.start(i));
        }
        if (isCopyFromStdin(tokens, first, i)) {
          return behind("\n\\.", base + tokens.end(i));
        }
        start = base + tokens.end(i);
        first = i + 1;
      } else if (tokens.is(i, TokenKind.OPEN) && tokens.match(i) > i) {
        i = tokens.match(i);
      }
    }
    add(start, text.length());
    return text.length();
  }

  /** At the word {@code DELIMITER}. */
  private int readDelimiter(int at) {
    Matcher command = DELIMITER.matcher(text);
    if (!command.find(at)) {
      add(at, text.length());
      return text.length();
    }
    String delimiter = command.group(1);
    return delimiter.equals(";")
        ? command.end()
        : readDelimited(command.end(), Pattern.compile(Pattern.quote(delimiter)));
  }

  /** Ends at the text's end, or at the next {@code DELIMITER}. */
  private int readDelimited(int from, Pattern delimiter) {
    Matcher end = delimiter.matcher(text);
    Matcher command = DELIMITER.matcher(text);
    Quotes quotes = new Quotes(text, dialect, delimiter);
    int start = from;
    int at = from;
    while (at < text.length()) {
      boolean atLine = at == from || text.charAt(at - 1) == '\n';
      if (dialect.isMySql() && atLine && command.find(at)) {
        add(start, at);
        return at;
      }
      if (end.find(at) && end.start() == at && end.end() > at) {
        add(start, at);
        at = end.end();
        start = at;
      } else {
        at = quotes.behind(at);
      }
    }
    add(start, text.length());
    return text.length();
  }

  private void add(int from, int to) {
    String sql = text.substring(from, to);
    if (Tokens.of(sql, dialect).count() > 0 || !Tokens.of(sql, dialect).wellFormed()) {
      pieces.add(new Piece(sql, lineOf(from)));
    }
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
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

  /** The line of an offset that is behind those asked for before. */
  private int lineOf(int offset) {
    line += Lines.countIn(text, lineCountedTo, offset);
    lineCountedTo = offset;
    return line;
  }
}
