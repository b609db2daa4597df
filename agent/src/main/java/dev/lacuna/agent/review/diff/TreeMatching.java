package dev.lacuna.agent.review.diff;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Which nodes of two plans belong together, so that the rest is least: the edit distance of ordered
 * trees (Zhang and Shasha, SIAM J. Comput. 18/6, 1989), and the way back through its tables. The
 * result keeps ancestors ancestors and left left, so that both plans can be shown in one order of
 * rows.
 */
final class TreeMatching {

  private static final double NEAR = 1e-9;

  private final Tree before;
  private final Tree after;

  /** The distance of each subtree of one from each subtree of the other. */
  private final double[][] distance;

  private final double[][] forest;
  private final int[] partners;

  private TreeMatching(Tree before, Tree after) {
    this.before = before;
    this.after = after;
    distance = new double[before.size()][after.size()];
    forest = new double[before.size() + 1][after.size() + 1];
    partners = new int[before.size()];
    Arrays.fill(partners, -1);
  }

  /** For each node of {@code before} its partner's number in {@code after}, or -1. */
  static int[] partners(Tree before, Tree after) {
    TreeMatching matching = new TreeMatching(before, after);
    for (int root : before.keyRoots()) {
      for (int other : after.keyRoots()) {
        matching.measure(root, other);
      }
    }
    matching.trace();
    return matching.partners;
  }

  /** Fills {@link #forest} for two subtrees; cell (i, j) is that of the nodes before i and j. */
  private void measure(int root, int other) {
    int first = before.firstLeaf(root);
    int firstOther = after.firstLeaf(other);
    forest[first][firstOther] = 0;
    for (int i = first; i <= root; i++) {
      forest[i + 1][firstOther] = forest[i][firstOther] + 1;
    }
    for (int j = firstOther; j <= other; j++) {
      forest[first][j + 1] = forest[first][j] + 1;
    }
    for (int i = first; i <= root; i++) {
      for (int j = firstOther; j <= other; j++) {
        cell(i, j, first, firstOther);
      }
    }
  }

  private void cell(int i, int j, int first, int firstOther) {
    double dropOrAdd = 1 + Math.min(forest[i][j + 1], forest[i + 1][j]);
    if (areWholeTrees(i, j, first, firstOther)) {
      forest[i + 1][j + 1] = Math.min(dropOrAdd, forest[i][j] + cost(i, j));
      distance[i][j] = forest[i + 1][j + 1];
    } else {
      forest[i + 1][j + 1] = Math.min(dropOrAdd, besides(i, j) + distance[i][j]);
    }
  }

  private boolean areWholeTrees(int i, int j, int first, int firstOther) {
    return before.firstLeaf(i) == first && after.firstLeaf(j) == firstOther;
  }

  /** What stands left of two subtrees. */
  private double besides(int i, int j) {
    return forest[before.firstLeaf(i)][after.firstLeaf(j)];
  }

  private double cost(int i, int j) {
    return Likeness.cost(before.node(i), after.node(j));
  }

  private void trace() {
    Deque<int[]> pairs = new ArrayDeque<>();
    pairs.push(new int[] {before.size() - 1, after.size() - 1});
    while (!pairs.isEmpty()) {
      int[] pair = pairs.pop();
      measure(pair[0], pair[1]);
      trace(pair[0], pair[1], pairs);
    }
  }

  /** Back from the last cell of two subtrees; subtrees within them are left for later. */
  private void trace(int root, int other, Deque<int[]> pairs) {
    int first = before.firstLeaf(root);
    int firstOther = after.firstLeaf(other);
    int i = root;
    int j = other;
    while (i >= first && j >= firstOther) {
      double here = forest[i + 1][j + 1];
      if (areWholeTrees(i, j, first, firstOther) && isNear(here, forest[i][j] + cost(i, j))) {
        partners[i--] = j--;
      } else if (isNear(here, forest[i][j + 1] + 1)) {
        i--;
      } else if (isNear(here, forest[i + 1][j] + 1)) {
        j--;
      } else {
        pairs.push(new int[] {i, j});
        i = before.firstLeaf(i) - 1;
        j = after.firstLeaf(j) - 1;
      }
    }
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) < NEAR;
  }
}
