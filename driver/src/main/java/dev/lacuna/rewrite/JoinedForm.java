package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a write to one table one to several, for MariaDB: a sub-select in it then finds a name
 * without a qualifier in the row that the table is joined with, if nothing further in has it.
 */
final class JoinedForm {

  private final Tokens tokens;
  private final ColumnUses uses;
  private final WriteTarget target;
  private final Edits edits;

  JoinedForm(Write write) {
    this.tokens = write.tokens();
    this.uses = write.uses();
    this.target = write.target();
    this.edits = write.edits();
  }

  /** The write as one to several tables; null where it needs not be one, or cannot. */
  Block.@Nullable JoinedWrite of(Block block) throws NoAnswerException, SQLException {
    if (block instanceof Block.Update update && isNeeded(update.range())) {
      return of(update);
    }
    return block instanceof Block.Delete delete && isNeeded(delete.range()) ? of(delete) : null;
  }

  /** Whether a name in a sub-select may be that of something there. */
  private boolean isNeeded(Range range) throws NoAnswerException, SQLException {
    String name = target.table().exposedName(tokens);
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use : uses.of(column.column(), range, Set.of(name))) {
        if (use.scope() != ColumnUses.DIRECT) {
          return true;
        }
      }
    }
    return false;
  }

  private Block.@Nullable JoinedWrite of(Block.Update update) {
    if (isOrderNeeded(update.assignments())) {
      return null;
    }
    return new Block.JoinedWrite(
        update.id(),
        update.parent(),
        update.range(),
        tables(),
        update.assignments(),
        List.of(),
        update.where(),
        update.tail(),
        update.shape());
  }

  /** Whether an assignment reads what one before it writes, which is not told of several tables. */
  private boolean isOrderNeeded(List<Assignment> assignments) {
    Set<String> written = new HashSet<>();
    for (Assignment assignment : assignments) {
      for (int i = assignment.value().from(); i < assignment.value().to(); i++) {
        if (tokens.isName(i) && written.contains(tokens.identifier(i))) {
          return true;
        }
      }
      written.add(tokens.identifier(assignment.targets().get(0)));
    }
    return false;
  }

  private Block.@Nullable JoinedWrite of(Block.Delete delete) {
    TableReference table = target.table();
    int from = table.relation().from() - 1;
    if (!delete.tail().isEmpty() || delete.returning() != null) {
      return null;
    }
    edits.before(new Range(from, from + 1)).text(target.qualifier() + " ");
    return new Block.JoinedWrite(
        delete.id(),
        delete.parent(),
        delete.range(),
        tables(),
        List.of(),
        List.of(table.name()),
        delete.where(),
        delete.tail(),
        delete.shape());
  }

  private Range tables() {
    TableReference table = target.table();
    return new Range(table.relation().from(), Math.max(table.relation().to(), table.alias() + 1));
  }
}
