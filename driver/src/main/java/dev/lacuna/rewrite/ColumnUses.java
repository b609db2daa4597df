package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
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

  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "select",
          "where",
          "and",
          "or",
          "not",
          "by",
          "on",
          "in",
          "like",
          "ilike",
          "set",
          "returning",
          "then",
          "else",
          "when",
          "case",
          "between",
          "is",
          "distinct",
          "all",
          "any",
          "some",
          "having",
          "from",
          "using",
          "similar",
          "to",
          "limit",
          "offset",
          "values",
          "filter",
          "escape",
          "isnull",
          "notnull",
          "symmetric",
          "array",
          "row",
          "interval",
          "collate",
          "zone",
          "exists",
          "do",
          "update",
          "default",
          "as",
          "for",
          "asc",
          "desc",
          "first",
          "last",
          "nulls",
          "over",
          "partition",
          "rows",
          "range",
          "preceding",
          "following",
          "div",
          "mod",
          "xor",
          "regexp",
          "rlike",
          "binary",
          "insert",
          "into",
          "delete",
          "lateral",
          "join",
          "only");

  /**
   * A reference.
   *
   * @param range its tokens, the qualifier included
   * @param qualifier the qualifier, normalised; empty where there is none
   */
  record Use(Range range, String qualifier) {

    /** The token of the column's own name. */
    int name() {
      return range.to() - 1;
    }
  }

  private final Tokens tokens;
  private final SqlStatement statement;
  private final TableShapes shapes;

  ColumnUses(Tokens tokens, SqlStatement statement, TableShapes shapes) {
    this.tokens = tokens;
    this.statement = statement;
    this.shapes = shapes;
  }

  /**
   * The references to a column of a block's target inside some run of tokens.
   *
   * @param qualifiers the names by which the target's columns may be qualified
   * @throws UnsupportedSqlException if it cannot be told whose column a name is
   */
  List<Use> of(String column, Range within, TableReference target, Set<String> qualifiers)
      throws UnsupportedSqlException, SQLException {
    List<Use> uses = new ArrayList<>();
    for (int i = within.from(); i < within.to(); i++) {
      if (tokens.isName(i) && tokens.identifier(i).equals(column)) {
        Use use = use(i);
        if (isColumn(use, within) && isOf(target, column, use, qualifiers)) {
          uses.add(use);
        }
      }
    }
    return uses;
  }

  private Use use(int name) {
    int from = name;
    while (tokens.is(from - 1, TokenKind.DOT) && tokens.isName(from - 2)) {
      from -= 2;
    }
    String qualifier = from < name ? tokens.identifier(name - 2) : "";
    return new Use(new Range(from, name + 1), qualifier);
  }

  private boolean isColumn(Use use, Range within) {
    int before = use.range().from() - 1;
    int behind = use.range().to();
    boolean otherUse =
        tokens.is(behind, '(')
            || tokens.is(behind, TokenKind.DOT)
            || (tokens.is(behind, '=') && tokens.is(behind + 1, '>'))
            || (tokens.is(behind, ':') && tokens.is(behind + 1, '='));
    boolean typeOrLabel =
        before >= within.from() && (tokens.is(before, "AS") || tokens.text(before).equals("::"));
    return !otherUse && !typeOrLabel && !isBareLabel(use, within) && !isInFromClause(use);
  }

  /** Whether it is a label without {@code AS}: it stands right behind an expression. */
  private boolean isBareLabel(Use use, Range within) {
    int before = use.range().from() - 1;
    if (!use.qualifier().isEmpty() || before < within.from()) {
      return false;
    }
    return switch (tokens.kind(before)) {
      case WORD -> !BEFORE_EXPRESSION.contains(tokens.identifier(before));
      case QUOTED_IDENTIFIER, STRING, NUMBER, PARAMETER, CLOSE -> true;
      default -> false;
    };
  }

  private boolean isInFromClause(Use use) {
    for (TableReference table : statement.tables()) {
      if (table.relation().contains(use.name()) || table.alias() == use.name()) {
        return true;
      }
    }
    return false;
  }

  private boolean isOf(TableReference target, String column, Use use, Set<String> qualifiers)
      throws UnsupportedSqlException, SQLException {
    if (!use.qualifier().isEmpty() && !qualifiers.contains(use.qualifier())) {
      return false;
    }
    int at = statement.blockAt(use.name());
    while (at >= 0 && at != target.block()) {
      if (mayBelongTo(statement.blocks().get(at), column, use)) {
        return false;
      }
      at = statement.blocks().get(at).parent();
    }
    return at == target.block();
  }

  /** Whether a block between the reference and the target has the name for itself. */
  private boolean mayBelongTo(Block block, String column, Use use)
      throws UnsupportedSqlException, SQLException {
    if (!use.qualifier().isEmpty()) {
      return statement.tables().stream()
          .anyMatch(
              table ->
                  table.block() == block.id() && table.exposedName(tokens).equals(use.qualifier()));
    }
    for (TableReference table : statement.tables()) {
      if (table.block() == block.id() && has(shapes.of(table.path()), column)) {
        return true;
      }
    }
    if (block instanceof Block.Select select && !select.shape().onlyTables()) {
      throw new UnsupportedSqlException(
          "it cannot be told whether \"" + column + "\" in a sub-select is the changed table's");
    }
    return false;
  }

  private static boolean has(TableShape shape, String column) {
    return shape.column(column) != null || shape.declaration(column) != null;
  }
}
