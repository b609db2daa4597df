package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has been found of one statement so far. Mutable; used by one thread, during one parse. */
final class ParseState {

  // Deeper nesting is no statement that a person or a tool writes; the stack must hold.
  static final int MAX_DEPTH = 200;

  final Tokens tokens;
  final Clauses clauses;
  final List<TableReference> tables = new ArrayList<>();
  private final int first;
  private final BitSet definitions = new BitSet();
  private final List<SqlStatement.OtherItem> others = new ArrayList<>();
  private final List<@Nullable Block> blocks = new ArrayList<>();
  private int depth;
  private boolean inUpsert;

  /** For the statement that begins at a token. */
  ParseState(Tokens tokens, int first) {
    this.tokens = tokens;
    this.first = first;
    this.clauses = new Clauses(tokens);
  }

  /** Notes that the parser goes one level deeper into the text. */
  void enter() throws UnsupportedSqlException {
    if (++depth > MAX_DEPTH) {
      throw new UnsupportedSqlException("it is nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  void leave() {
    depth--;
  }

  /** Notes whether what is parsed next is MySQL's {@code ON DUPLICATE KEY UPDATE}. */
  void inUpsert(boolean upsert) {
    inUpsert = upsert;
  }

  /** Whether the word {@code VALUES} is MySQL's function, {@code VALUES(a)}, rather than rows. */
  boolean isValuesFunction(int values) {
    return inUpsert && tokens.is(values + 1, '(');
  }

  /** Reserves the number of a block whose parts are about to be parsed. */
  int open() {
    blocks.add(null);
    return blocks.size() - 1;
  }

  int close(Block block) {
    blocks.set(block.id(), block);
    return block.id();
  }

  /** Notes names that are made, or said of a table, where they stand: nothing is read by them. */
  void define(Range names) {
    definitions.set(names.from() - first, names.to() - first);
  }

  /** Makes of a table that was found a target; returns it. */
  TableReference makeTarget(int index) {
    TableReference target = tables.get(index).asTarget();
    tables.set(index, target);
    return target;
  }

  /** Notes an item of a {@code FROM} that is no table. */
  void other(int block, String name) {
    others.add(new SqlStatement.OtherItem(block, name));
  }

  SqlStatement statement(Range range, SqlStatement.Kind kind, int body) {
    return new SqlStatement(
        range, kind, body, blocks(), List.copyOf(tables), List.copyOf(others), definitions);
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
