package dev.lacuna.cli.script;

/**
 * A statement as it stands in a file.
 *
 * @param sql the statement, with the comments in front of it and without what ends it
 * @param line the line of the file, from 1, on which {@code sql} begins
 */
public record Piece(String sql, int line) {

  /** The line of the file that an offset of the text is on. */
  public int lineOf(int offset) {
    return line + Lines.countIn(sql, 0, offset);
  }
}
