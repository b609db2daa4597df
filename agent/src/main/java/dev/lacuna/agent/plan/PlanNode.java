package dev.lacuna.agent.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a plan, in the one vocabulary of all engines.
 *
 * @param op what the node does: a constant of {@link Op}, or the engine's own name in UPPER_SNAKE
 * @param relation the table that it reads or writes, as {@code schema.table}; for a partition the
 *     partitioned table
 * @param alias what the statement calls that table
 * @param index the index that it uses
 * @param detail what else there is to say, by name: conditions, keys, the kind of a join. Literals
 *     are masked
 * @param rows how many rows the server expects of it each time it runs; null where it does not say
 * @param cost the server's estimate, in its own unit; null where it does not say
 * @param children what it reads from, in the server's order
 */
public record PlanNode(
    String op,
    @Nullable String relation,
    @Nullable String alias,
    @Nullable String index,
    Map<String, String> detail,
    @Nullable Double rows,
    @Nullable Double cost,
    List<PlanNode> children) {

  public PlanNode {
    detail = Collections.unmodifiableMap(new TreeMap<>(detail));
    children = List.copyOf(children);
  }

  /** The name of the table without its schema; null where the node reads none. */
  public @Nullable String table() {
    return relation == null ? null : relation.substring(relation.lastIndexOf('.') + 1);
  }

  public boolean is(String... ops) {
    return List.of(ops).contains(op);
  }

  /** This node and all below it, the parent before its children. */
  public Stream<PlanNode> stream() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::stream));
  }

  public PlanNode withChildren(List<PlanNode> others) {
    return new PlanNode(op, relation, alias, index, detail, rows, cost, others);
  }
}
