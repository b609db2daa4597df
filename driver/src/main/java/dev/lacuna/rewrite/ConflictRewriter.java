package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Conflict;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the missing columns out of {@code ON CONFLICT}. */
final class ConflictRewriter {

  /** PostgreSQL's state for a target that no unique constraint matches. */
  private static final String INVALID_COLUMN_REFERENCE = "42P10";

  private final Tokens tokens;
  private final SqlStatement statement;
  private final ColumnUses uses;
  private final Edits edits;
  private final WriteTarget target;
  private final Block.Insert insert;

  ConflictRewriter(
      Tokens tokens,
      SqlStatement statement,
      ColumnUses uses,
      Edits edits,
      WriteTarget target,
      Block.Insert insert) {
    this.tokens = tokens;
    this.statement = statement;
    this.uses = uses;
    this.edits = edits;
    this.target = target;
    this.insert = insert;
  }

  /** Rewrites it; returns whether anything in it was of a missing column. */
  boolean rewrite() throws UnsupportedSqlException, NoAnswerException, SQLException {
    return insert.conflict() != null && rewrite(insert.conflict());
  }

  private boolean rewrite(Conflict conflict)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    refuseTarget(conflict);
    WriteTarget update = new WriteTarget(tokens, target.table(), target.shape());
    WriteRewriter rewriter = new WriteRewriter(tokens, uses, edits, update);
    rewriter.assignments(conflict.assignments());
    Set<Integer> targets = new HashSet<>();
    conflict.assignments().forEach(assignment -> targets.addAll(assignment.targets()));
    boolean excluded = replaceExcluded(conflict, update);
    boolean reads =
        rewriter.replaceReads(
            conflict.range(), targets, Set.of(target.table().exposedName(tokens)));
    keepDeadValues(conflict, update);
    if (!conflict.assignments().isEmpty() && insert.returning() != null) {
      refuseReturning(insert.returning().range(), update);
    }
    update.usedDeclarations().forEach(target::use);
    return update.writesMissing() || excluded || reads;
  }

  private void refuseTarget(Conflict conflict) throws NoAnswerException {
    for (int i = conflict.target().from(); i < conflict.target().to(); i++) {
      if (tokens.isName(i) && target.missing(tokens.identifier(i)) != null) {
        throw new NoAnswerException(
            "ON CONFLICT names \""
                + tokens.identifier(i)
                + "\", and a missing column has no unique constraint",
            INVALID_COLUMN_REFERENCE);
      }
    }
  }

  private void keepDeadValues(Conflict conflict, WriteTarget update) {
    if (!update.hasDeadValues()) {
      return;
    }
    Range where = conflict.where();
    if (where == null) {
      update.deadBranch(edits.insertAfter(conflict.range().to() - 1).text(" WHERE "));
    } else {
      edits.insertBefore(where.from()).text("(");
      update.deadBranch(edits.insertAfter(where.to() - 1).text(") AND "));
    }
  }

  /** A row that conflicted returns what the update wrote, or had; any other what was inserted. */
  private void refuseReturning(Range returning, WriteTarget update) throws NoAnswerException {
    for (DeclaredColumn column : target.missing()) {
      if (target.written(column.column()) == null && update.written(column.column()) == null) {
        continue;
      }
      for (int i = returning.from(); i < returning.to(); i++) {
        boolean named = tokens.isName(i) && tokens.identifier(i).equals(column.column());
        if ((named || tokens.is(i, '*')) && !isExcluded(update.written(column.column()), column)) {
          throw new NoAnswerException(
              "RETURNING would show a written value that depends on which rows conflicted");
        }
      }
    }
  }

  private boolean isExcluded(@Nullable Range value, DeclaredColumn column) {
    return value != null
        && value.length() == 3
        && tokens.is(value.from(), "EXCLUDED")
        && tokens.isName(value.to() - 1)
        && tokens.identifier(value.to() - 1).equals(column.column());
  }

  /**
   * {@code excluded.nickname} is the value that the insert would have written. In a value that
   * vanishes itself only its type matters.
   */
  private boolean replaceExcluded(Conflict conflict, WriteTarget update)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean any = false;
    ReturningRewriter values =
        new ReturningRewriter(
            tokens, statement, uses, edits, target, InsertRewriter.writesManyRows(insert));
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use :
          uses.of(column.column(), conflict.range(), target.table(), Set.of("excluded"))) {
        if (!use.qualifier().equals("excluded")) {
          continue;
        }
        any = true;
        Edits.Replacement out = edits.replace(use.range());
        if (update.vanishes(use.name())) {
          out.text("CAST(NULL AS " + column.type() + ")");
        } else {
          values.value(column, false, Set.of(), out);
        }
      }
    }
    return any;
  }
}
