package dev.lacuna.ddl.change;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the DDL statements in a text of one or several statements: the front of this room. */
public final class DdlScript {

  private static final Pattern ALLOW =
      Pattern.compile("lacuna:allow\\s+([a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)*)");

  private final Tokens tokens;
  private final List<Ddl> found = new ArrayList<>();

  private DdlScript(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads the DDL statements of a text, in their order; others are left out. Never fails: what
   * cannot be read is {@link Change.Unknown}.
   */
  public static List<Ddl> read(String sql, Dialect dialect) {
    DdlScript script = new DdlScript(Tokens.of(sql, dialect));
    script.readAll();
    return List.copyOf(script.found);
  }

  private void readAll() {
    if (!tokens.wellFormed()) {
      readMalformed();
      return;
    }
    int from = 0;
    for (int i = 0; i <= tokens.count(); i++) {
      if (i == tokens.count() || tokens.is(i, TokenKind.SEMICOLON)) {
        add(from, i);
        from = i + 1;
      } else if (i == from && isRoutine(i)) {
        add(from, tokens.count());
        return;
      } else if (tokens.is(i, TokenKind.OPEN)) {
        i = tokens.match(i);
      }
    }
  }

  private void readMalformed() {
    if (tokens.count() > 0 && tokens.isAny(0, "ALTER", "CREATE", "DROP", "TRUNCATE", "RENAME")) {
      String sql = tokens.text();
      Change change = new Change.Unknown("a string, comment or parenthesis does not end");
      found.add(new Ddl(sql, 0, null, List.of(change), Ddl.Pins.NONE, Set.of(), Notes.NONE));
    }
  }

  /** A routine's body may hold semicolons of its own. */
  private boolean isRoutine(int from) {
    if (!tokens.is(from, "CREATE")) {
      return false;
    }
    boolean body = false;
    for (int i = from + 1; i < tokens.count() && !tokens.is(i, TokenKind.SEMICOLON); i++) {
      body |= tokens.isAny(i, "BEGIN");
      if (tokens.isAny(i, "TABLE", "INDEX", "VIEW")) {
        return false;
      }
      if (body) {
        return true;
      }
    }
    return false;
  }

  private void add(int from, int to) {
    if (from >= to) {
      return;
    }
    Range range = new Range(from, to);
    DdlReader.Read read = new DdlReader(new Cursor(tokens, range)).read();
    if (read != null) {
      String around = withComments(from, to);
      found.add(
          new Ddl(
              tokens.text(range),
              tokens.start(from),
              read.table(),
              read.changes(),
              read.pins(),
              allowedIn(around),
              Notes.inComments(around)));
    }
  }

  /** From the end of the statement before to the end of this one. */
  private String withComments(int from, int to) {
    int start = from == 0 ? 0 : tokens.end(from - 1);
    int end = to < tokens.count() ? tokens.start(to) : tokens.text().length();
    return tokens.text().substring(start, end);
  }

  /** The ids in the {@code lacuna:allow} comments of a text. */
  public static Set<String> allowedIn(String text) {
    Set<String> ids = new HashSet<>();
    Matcher comment = ALLOW.matcher(text);
    while (comment.find()) {
      ids.addAll(List.of(comment.group(1).split("\\s*,\\s*", -1)));
    }
    return ids;
  }
}
