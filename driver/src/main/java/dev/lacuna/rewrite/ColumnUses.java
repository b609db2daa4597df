package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.MergeClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where a statement that changes a table refers to one of that table's columns.
 *
 * <p>Reads need no such search: there the server resolves the names. A write keeps its target, so
 * that a reference to a missing column of it has to be found and replaced.
 */
final class ColumnUses {

  /** PostgreSQL 18 manual, appendix A: ambiguous_column. */
  private static final String AMBIGUOUS_COLUMN = "42702";

  private static final int HIDDEN = -2;

  private static final String[] BEHIND_FROM = {
    "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "RETURNING"
  };

  /** The reference stands in the write itself, or names the table. */
  static final int DIRECT = -1;

  /**
   * A reference.
   *
   * @param range its tokens, the qualifier included
   * @param qualifier the qualifier, normalised; empty where there is none
   * @param scope the parenthesis of the sub-select around a name without a qualifier, that the
   *     server may find there after all; or {@link #DIRECT}
   */
  record Use(Range range, String qualifier, int scope) {

    /** The token of the column's own name. */
    int name() {
      return range.to() - 1;
    }
  }

  private final Tokens tokens;
  private final SqlStatement statement;
  private final TableShapes shapes;
  private final TableReference target;
  private final NamePlaces places;

  ColumnUses(Tokens tokens, SqlStatement statement, TableShapes shapes, TableReference target) {
    this.tokens = tokens;
    this.statement = statement;
    this.shapes = shapes;
    this.target = target;
    this.places = new NamePlaces(tokens, statement);
  }

  /**
   * The references to a column of the target inside some run of tokens.
   *
   * @param qualifiers the names by which the target's columns may be qualified
   * @throws NoAnswerException if another table of the statement has the column too
   */
  List<Use> of(String column, Range within, Set<String> qualifiers)
      throws NoAnswerException, SQLException {
    List<Use> uses = new ArrayList<>();
    for (int i = within.from(); i < within.to(); i++) {
      if (tokens.isName(i) && tokens.identifier(i).equals(column)) {
        Range range = places.qualified(i);
        String qualifier = places.qualifier(range);
        boolean ours = qualifier.isEmpty() || qualifiers.contains(qualifier);
        int scope = ours && places.isColumn(range, within) ? scope(i, column, qualifier) : HIDDEN;
        if (scope != HIDDEN) {
          uses.add(new Use(range, qualifier, scope));
        }
      }
    }
    return uses;
  }

  /** Those of the references to a column of the target that are qualified by its name. */
  List<Use> qualified(String column, Range within) throws NoAnswerException, SQLException {
    List<Use> uses = new ArrayList<>();
    for (int i = within.from(); i < within.to(); i++) {
      if (tokens.isName(i) && tokens.identifier(i).equals(column)) {
        Range range = places.qualified(i);
        String qualifier = range.length() > 1 ? tokens.identifier(i - 2) : "";
        if (qualifier.equals(target.exposedName(tokens))
            && places.isColumn(range, within)
            && scope(i, column, qualifier) == DIRECT) {
          uses.add(new Use(range, qualifier, DIRECT));
        }
      }
    }
    return uses;
  }

  /** Whether the target's name, where it stands for a row, is that of the target there. */
  boolean isRowOfTarget(int token) throws NoAnswerException, SQLException {
    String name = tokens.identifier(token);
    return scope(token, name, name) != HIDDEN && !has(shapes.of(target.path()), name);
  }

  private int scope(int token, String column, String qualifier)
      throws NoAnswerException, SQLException {
    int child = -1;
    int at = statement.blockAt(token);
    while (at >= 0 && at != target.block()) {
      Block block = statement.blocks().get(at);
      if (qualifier.isEmpty() ? hasColumn(block, column, token) : exposes(block, qualifier)) {
        return HIDDEN;
      }
      child = at;
      at = block.parent();
    }
    if (at < 0 || isOutOfSight(token)) {
      return HIDDEN;
    }
    if (child < 0 && qualifier.isEmpty() && !isAlone(token)) {
      refuseAmbiguous(column);
    }
    boolean direct = child < 0 || !qualifier.isEmpty();
    return direct ? DIRECT : parenthesisAround(statement.blocks().get(child).range().from());
  }

  /** Whether it stands where the target is not seen, as among the other tables. */
  private boolean isOutOfSight(int token) {
    Block block = statement.blocks().get(target.block());
    if (block instanceof Block.Merge merge) {
      return merge.using().contains(token)
          || isIn(merge, MergeClause.Match.NOT_MATCHED_BY_TARGET, token);
    }
    return (block instanceof Block.Update update && update.from().contains(token))
        || (block instanceof Block.Delete delete && delete.using().contains(token));
  }

  /** Whether it stands where the target's columns alone are seen. */
  private boolean isAlone(int token) {
    return statement.blocks().get(target.block()) instanceof Block.Merge merge
        && isIn(merge, MergeClause.Match.NOT_MATCHED_BY_SOURCE, token);
  }

  private static boolean isIn(Block.Merge merge, MergeClause.Match match, int token) {
    return merge.clauses().stream()
        .anyMatch(clause -> clause.match() == match && clause.range().contains(token));
  }

  /**
   * Whether a table of the block has the column, and is certain to be seen where the name stands.
   * Within {@code FROM} a condition sees the tables before it, a derived table none.
   */
  private boolean hasColumn(Block block, String column, int name) throws SQLException {
    boolean inFrom = isInFrom(block, name);
    boolean inCondition = inFrom && statement.blockAt(name) == block.id();
    for (TableReference table : statement.tables()) {
      boolean seen = !inFrom || (inCondition && table.name().from() < name);
      if (seen && table.block() == block.id() && has(shapes.of(table.path()), column)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInFrom(Block block, int token) {
    Clauses clauses = new Clauses(tokens);
    int end = block.range().to();
    int from = clauses.find(block.range(), "FROM");
    return token > from
        && token < clauses.find(new Range(Math.min(from + 1, end), end), BEHIND_FROM);
  }

  private boolean exposes(Block block, String name) {
    return statement.tables().stream()
            .anyMatch(
                table -> table.block() == block.id() && table.exposedName(tokens).equals(name))
        || statement.others().stream()
            .anyMatch(other -> other.block() == block.id() && other.name().equals(name));
  }

  private void refuseAmbiguous(String column) throws NoAnswerException, SQLException {
    for (TableReference table : statement.tables()) {
      if (table.block() == target.block()
          && table.role() == TableReference.Role.READ
          && has(shapes.of(table.path()), column)) {
        throw new NoAnswerException(
            "\"" + column + "\" is ambiguous, as \"" + table.table() + "\" has it too",
            AMBIGUOUS_COLUMN);
      }
    }
  }

  private int parenthesisAround(int token) {
    int at = token - 1;
    while (!tokens.is(at, TokenKind.OPEN)) {
      at = tokens.is(at, TokenKind.CLOSE) ? tokens.match(at) - 1 : at - 1;
    }
    return at;
  }

  private static boolean has(TableShape shape, String column) {
    return shape.column(column) != null || shape.declaration(column) != null;
  }
}
