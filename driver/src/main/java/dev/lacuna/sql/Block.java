package dev.lacuna.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a statement with a scope of its own for names: a {@code SELECT}, wherever it stands, or
 * a statement that changes rows.
 */
public sealed interface Block {

  /** Its number within the statement. */
  int id();

  /** The block whose names are seen from this one, or −1. */
  int parent();

  /** Its tokens; of a statement with CTEs those behind the CTEs. */
  Range range();

  /**
   * A {@code SELECT} or {@code TABLE}.
   *
   * @param items its select list; of {@code TABLE users} one star
   * @param groupBy the tokens behind {@code GROUP BY}, without MySQL's {@code WITH ROLLUP}
   * @param rollup whether {@code WITH ROLLUP} stands behind them
   * @param orderBy the tokens behind {@code ORDER BY}
   * @param shape what else matters about it
   */
  record Select(
      int id,
      int parent,
      Range range,
      List<SelectItem> items,
      @Nullable Range groupBy,
      boolean rollup,
      @Nullable Range orderBy,
      SelectShape shape)
      implements Block {}

  /**
   * What matters about a {@code SELECT} beside its clauses.
   *
   * @param compound whether it is an operand of {@code UNION}, {@code INTERSECT} or {@code EXCEPT}
   * @param outerJoin whether a {@code LEFT}, {@code RIGHT} or {@code FULL JOIN} stands in it
   * @param mergedColumns whether {@code USING} or {@code NATURAL} merges columns
   * @param natural whether a {@code NATURAL JOIN} stands in it
   * @param onlyTables whether every item of its {@code FROM} is a table named there
   * @param tableCommand whether it is written {@code TABLE users}
   */
  record SelectShape(
      boolean compound,
      boolean outerJoin,
      boolean mergedColumns,
      boolean natural,
      boolean onlyTables,
      boolean tableCommand) {}

  /** A {@code VALUES} list that stands as a query. */
  record Values(int id, int parent, Range range) implements Block {}

  /**
   * An {@code INSERT}, or MySQL's {@code REPLACE}.
   *
   * @param replace whether it is {@code REPLACE}
   * @param columns the items of its column list, the name first, or the names that {@code SET}
   *     assigns to; empty where it has neither, or MySQL's {@code ()}
   * @param columnList the list with its parentheses
   * @param rowAlias MySQL's {@code AS new (a, b)} behind the rows
   */
  record Insert(
      int id,
      int parent,
      Range range,
      boolean replace,
      TableReference target,
      List<Range> columns,
      @Nullable Range columnList,
      InsertSource source,
      @Nullable Range rowAlias,
      @Nullable Conflict conflict,
      @Nullable Returning returning)
      implements Block {}

  /**
   * An {@code UPDATE} of one table.
   *
   * @param from the tokens behind {@code FROM}; there its target is not seen
   * @param where its condition, without the word {@code WHERE}
   * @param tail the tokens of MySQL's {@code ORDER BY} and {@code LIMIT}; empty where there are
   *     none. Where there is no condition, it begins where {@code WHERE} would have to stand
   * @param shape of its {@code FROM}
   */
  record Update(
      int id,
      int parent,
      Range range,
      TableReference target,
      List<Assignment> assignments,
      Range from,
      @Nullable Range where,
      Range tail,
      SelectShape shape,
      @Nullable Returning returning)
      implements Block {}

  /**
   * A {@code DELETE} from one table.
   *
   * @param using the tokens behind {@code USING}; there its target is not seen
   * @param where its condition, without the word {@code WHERE}
   * @param tail as of an {@link Update}
   * @param shape of its {@code USING}
   */
  record Delete(
      int id,
      int parent,
      Range range,
      TableReference target,
      Range using,
      @Nullable Range where,
      Range tail,
      SelectShape shape,
      @Nullable Returning returning)
      implements Block {}

  /**
   * A {@code MERGE} into one table.
   *
   * @param using the tokens of its source; there its target is not seen
   * @param on its condition, without the word {@code ON}
   * @param clauses its {@code WHEN}s, in order
   * @param shape of its source
   */
  record Merge(
      int id,
      int parent,
      Range range,
      TableReference target,
      Range using,
      Range on,
      List<MergeClause> clauses,
      SelectShape shape,
      @Nullable Returning returning)
      implements Block {

    public Merge {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * A {@code COPY} of a table; that of a query is the query's block.
   *
   * @param columns the names in its column list
   * @param columnList the list with its parentheses; null where all columns are meant
   * @param loads whether it is {@code COPY … FROM}
   */
  record Copy(
      int id,
      int parent,
      Range range,
      TableReference table,
      List<Range> columns,
      @Nullable Range columnList,
      boolean loads)
      implements Block {

    public Copy {
      columns = List.copyOf(columns);
    }
  }

  /**
   * MySQL's {@code UPDATE} of several tables, or {@code DELETE} from some of them. Which of the
   * tables it changes its assignments say, or its names.
   *
   * @param from the tokens of the tables and how they are joined
   * @param assignments of an {@code UPDATE}; empty of a {@code DELETE}
   * @param deleted the names of the tables of a {@code DELETE}; empty of an {@code UPDATE}
   * @param where its condition, without the word {@code WHERE}
   * @param tail as of an {@link Update}
   * @param shape of its tables
   */
  record JoinedWrite(
      int id,
      int parent,
      Range range,
      Range from,
      List<Assignment> assignments,
      List<Range> deleted,
      @Nullable Range where,
      Range tail,
      SelectShape shape)
      implements Block {

    public JoinedWrite {
      assignments = List.copyOf(assignments);
      deleted = List.copyOf(deleted);
    }
  }
}
