package dev.lacuna.rewrite;

import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Returning;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of an {@code UPDATE} or {@code DELETE} and puts the guard in.
 *
 * <p>What read the column reads its default; what wrote it writes nothing; a statement that wrote
 * nothing else still touches its rows.
 */
final class WriteRewriter {

  private final Write write;
  private final Tokens tokens;
  private final Edits edits;
  private final WriteTarget target;
  private final GeneratedKeys keys;

  WriteRewriter(Write write, GeneratedKeys keys) {
    this.write = write;
    this.tokens = write.tokens();
    this.edits = write.edits();
    this.target = write.target();
    this.keys = keys;
  }

  /** Rewrites an update; returns whether anything in it was of a missing column. */
  boolean update(Block.Update update)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    new Assignments(write).rewrite(update.assignments());
    Set<String> assigned = Assignments.names(tokens, update.assignments());
    RowValues values = RowValues.ofUpdate(tokens, target, assigned);
    AssignedReads reads = new AssignedReads(write, update.assignments());
    return rest(update, update.where(), update.returning(), values, update.shape(), reads);
  }

  /** Rewrites a delete; returns whether anything in it was of a missing column. */
  boolean delete(Block.Delete delete)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    RowValues values = RowValues.ofDelete(tokens, target);
    AssignedReads reads =
        new AssignedReads(
            write,
            delete.returning() == null
                ? TargetReads.defaults(target.forms())
                : TargetReads.defaultsInDelete(target.forms()));
    return rest(delete, delete.where(), delete.returning(), values, delete.shape(), reads);
  }

  private boolean rest(
      Block block,
      @Nullable Range where,
      @Nullable Returning returning,
      RowValues values,
      Block.SelectShape shape,
      AssignedReads reads)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    int end = returning == null ? block.range().to() : returning.range().from();
    Range body = new Range(block.range().from(), end);
    ReturningRewriter returns = new ReturningRewriter(write, values, shape);
    boolean touched = reads.replace(body, Set.of());
    touched |= returns.rewrite(returning);
    touched |= target.vanishes() || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      int last = write.clauses().find(new Range(block.range().from(), end), "ORDER", "LIMIT");
      guard(block.range(), where, last);
      returns.returnKeys(returning, block.range(), keys);
    }
    return touched;
  }

  private void guard(Range block, @Nullable Range where, int end) throws UnsupportedSqlException {
    if (where == null) {
      target.condition(edits.after(new Range(block.from(), end)).text(" WHERE "));
    } else if (tokens.is(where.from(), "CURRENT") && tokens.is(where.from() + 1, "OF")) {
      target.leaveUnguarded();
      new UnreadCte(write).keepParameters(block);
    } else {
      edits.before(where).text("(");
      target.condition(edits.after(where).text(") AND "));
    }
  }
}
