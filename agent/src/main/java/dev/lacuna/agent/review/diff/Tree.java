package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.PlanNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan's nodes by number: in post-order, as the distance of trees counts them. */
final class Tree {

  private final List<PlanNode> nodes = new ArrayList<>();
  private final List<Integer> firstLeaves = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();

  /** The numbers in pre-order, as plans are shown. */
  private final List<Integer> preOrder = new ArrayList<>();

  Tree(PlanNode root) {
    add(root, 0);
  }

  private int add(PlanNode node, int depth) {
    int shown = preOrder.size();
    preOrder.add(-1);
    int firstLeaf = -1;
    for (PlanNode child : node.children()) {
      int number = add(child, depth + 1);
      firstLeaf = firstLeaf < 0 ? firstLeaves.get(number) : firstLeaf;
    }
    int number = nodes.size();
    nodes.add(node);
    firstLeaves.add(firstLeaf < 0 ? number : firstLeaf);
    depths.add(depth);
    preOrder.set(shown, number);
    return number;
  }

  int size() {
    return nodes.size();
  }

  PlanNode node(int number) {
    return nodes.get(number);
  }

  /** The leftmost leaf below a node; the node itself where it is a leaf. */
  int firstLeaf(int number) {
    return firstLeaves.get(number);
  }

  int depth(int number) {
    return depths.get(number);
  }

  List<Integer> preOrder() {
    return preOrder;
  }

  /** Of the nodes that share their leftmost leaf, the highest; in ascending order. */
  int[] keyRoots() {
    int[] highest = new int[size()];
    Arrays.fill(highest, -1);
    for (int number = 0; number < size(); number++) {
      highest[firstLeaf(number)] = number;
    }
    return Arrays.stream(highest).filter(number -> number >= 0).sorted().toArray();
  }
}
