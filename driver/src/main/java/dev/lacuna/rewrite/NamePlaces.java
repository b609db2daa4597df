package dev.lacuna.rewrite;

import dev.lacuna.sql.Keywords;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;

/** Tells by what stands around a name whether it refers to a column. */
final class NamePlaces {

  private final Tokens tokens;
  private final SqlStatement statement;

  NamePlaces(Tokens tokens, SqlStatement statement) {
    this.tokens = tokens;
    this.statement = statement;
  }

  /** The name with the names and dots in front of it, or with the row in parentheses. */
  Range qualified(int name) {
    if (isRow(name - 4) && tokens.is(name - 1, TokenKind.DOT)) {
      return new Range(name - 4, name + 1);
    }
    int from = name;
    while (tokens.is(from - 1, TokenKind.DOT) && tokens.isName(from - 2)) {
      from -= 2;
    }
    return new Range(from, name + 1);
  }

  /** What qualifies a name, normalised; empty where nothing does. */
  String qualifier(Range name) {
    if (tokens.is(name.from(), '(')) {
      return tokens.identifier(name.from() + 1);
    }
    return name.length() > 1 ? tokens.identifier(name.to() - 3) : "";
  }

  /** Whether a field is taken of the row that a name stands for, as in {@code (u).name}. */
  boolean isRowOfField(int name) {
    return isRow(name - 1) && tokens.is(name + 2, TokenKind.DOT) && tokens.isName(name + 3);
  }

  private boolean isRow(int open) {
    return tokens.is(open, '(') && tokens.isName(open + 1) && tokens.is(open + 2, ')');
  }

  /**
   * Whether a name may be a column's.
   *
   * @param name the name with its qualifier
   * @param within the expressions or select list in which it stands
   */
  boolean isColumn(Range name, Range within) {
    int token = name.to() - 1;
    if (statement.isDefinition(token) || isOtherUse(name.to())) {
      return false;
    }
    if (tokens.is(name.from() - 1, TokenKind.DOT)) {
      return false; // a field of some other value
    }
    if (name.length() > 1) {
      return true;
    }
    boolean keyword =
        tokens.is(token, TokenKind.WORD) && Keywords.isReserved(tokens.identifier(token));
    return !keyword && !isPartOfPhrase(token) && !isTypeOrLabel(token, within);
  }

  /** Whether what follows shows a function, a qualifier, a named argument or a type's literal. */
  private boolean isOtherUse(int behind) {
    return tokens.is(behind, '(')
        || tokens.is(behind, TokenKind.DOT)
        || tokens.is(behind, TokenKind.STRING)
        || (tokens.is(behind, '=') && tokens.is(behind + 1, '>'))
        || (tokens.is(behind, ':') && tokens.is(behind + 1, '='));
  }

  /** Whether it is a word of SQL that is no reserved one, as in {@code NULLS FIRST}. */
  private boolean isPartOfPhrase(int token) {
    int before = token - 1;
    if (tokens.is(before, '(') && tokens.is(before - 1, "EXTRACT")) {
      return tokens.is(token + 1, "FROM");
    }
    return tokens.isAny(before, "NULLS", "FETCH", "AT", "NO", "DO")
        || (tokens.is(before, "TIME") && tokens.is(before - 1, "AT"))
        || (tokens.is(before, "FOR") && tokens.isAny(token + 1, "UPDATE", "SHARE", "KEY"))
        || (tokens.is(before, "TO") && !tokens.is(before - 1, "SIMILAR"));
  }

  /**
   * Whether an expression ends in front of a name, or a type is expected: then it is none of a
   * column.
   *
   * @param within the expression with its label
   */
  boolean isTypeOrLabel(int token, Range within) {
    int before = token - 1;
    if (before < within.from()) {
      return false;
    }
    return switch (tokens.kind(before)) {
      case WORD ->
          tokens.is(before, "AS") || !Keywords.isBeforeExpression(tokens.identifier(before));
      case OPERATOR -> tokens.text(before).equals("::");
      case PARAMETER -> !isOperand(before - 1, within);
      case CLOSE -> isOperand(before, within);
      case QUOTED_IDENTIFIER, STRING, NUMBER -> true;
      default -> false;
    };
  }

  /** Whether an expression ends with a token: then a question mark behind it is an operator. */
  private boolean isOperand(int token, Range within) {
    if (token < within.from()) {
      return false;
    }
    return switch (tokens.kind(token)) {
      case WORD -> !Keywords.isBeforeExpression(tokens.identifier(token));
      case CLOSE -> !isDistinctOn(tokens.match(token)) && !isNamedOperator(tokens.match(token));
      case QUOTED_IDENTIFIER, STRING, NUMBER, PARAMETER -> true;
      default -> false;
    };
  }

  private boolean isDistinctOn(int open) {
    return tokens.is(open - 1, "ON") && tokens.is(open - 2, "DISTINCT");
  }

  // a OPERATOR(pg_catalog.=) b
  private boolean isNamedOperator(int open) {
    return tokens.is(open - 1, "OPERATOR");
  }
}
