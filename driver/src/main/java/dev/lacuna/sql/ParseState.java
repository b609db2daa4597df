package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has been found of one statement so far. Mutable; used by one thread, during one parse. */
final class ParseState {

  // Deeper nesting is no statement that a person or a tool writes; the stack must hold.
  private static final int MAX_DEPTH = 200;

  final Tokens tokens;
  final Clauses clauses;
  final List<TableReference> tables = new ArrayList<>();
  private final List<@Nullable Block> blocks = new ArrayList<>();
  private int depth;

  ParseState(Tokens tokens) {
    this.tokens = tokens;
    this.clauses = new Clauses(tokens);
  }

  /** Reserves the number of a block whose parts are about to be parsed. */
  int open() throws UnsupportedSqlException {
    if (++depth > MAX_DEPTH) {
      throw new UnsupportedSqlException("it is nested deeper than " + MAX_DEPTH + " levels");
    }
    blocks.add(null);
    return blocks.size() - 1;
  }

  int close(Block block) {
    depth--;
    blocks.set(block.id(), block);
    return block.id();
  }

  List<Block> blocks() {
    List<Block> all = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      all.add(Objects.requireNonNull(block, "a block that was opened and not closed"));
    }
    return all;
  }

  UnsupportedSqlException unexpected(int token, String wanted) {
    String found = token < tokens.count() ? "\"" + tokens.text(token) + "\"" : "the end";
    return new UnsupportedSqlException(wanted + " was expected where " + found + " stands");
  }
}
