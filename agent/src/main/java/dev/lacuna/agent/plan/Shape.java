package dev.lacuna.agent.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What matters of a plan, as a hash: the same for plans that differ only in estimates, and in what
 * follows from values, such as which of many equal partitions are read.
 */
public final class Shape {

  private static final int HASH_BYTES = 8;

  /** Told, but no part of the shape: it moves when nothing that matters moves. */
  private static final Set<String> JITTER = Set.of("width", "workers");

  private final Map<String, String> ordinals = new HashMap<>();

  private Shape() {}

  public static String hash(PlanNode plan) {
    StringBuilder text = new StringBuilder();
    new Shape().write(folded(plan), text);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The scans in the plan's order, as {@code INDEX_ONLY_SCAN(orders o_cov)}. */
  public static String summary(PlanNode plan) {
    String scans =
        folded(plan).stream()
            .filter(node -> Op.SCANS.contains(node.op()))
            .map(Shape::scan)
            .distinct()
            .collect(Collectors.joining(" "));
    return scans.isEmpty() ? plan.op() : scans;
  }

  private static String scan(PlanNode node) {
    String index = node.index() == null ? "" : " " + node.index();
    return node.op() + "(" + node.table() + index + ")";
  }

  /**
   * The plan with equal parts of an append told once, and an append of one part as that part: how
   * many partitions are read depends on values.
   */
  public static PlanNode folded(PlanNode node) {
    List<PlanNode> children = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean append = node.is(Op.APPEND, Op.MERGE_APPEND);
    for (PlanNode child : node.children()) {
      PlanNode folded = folded(child);
      if (!append || seen.add(plain(folded))) {
        children.add(folded);
      }
    }
    return append && children.size() == 1 ? children.get(0) : node.withChildren(children);
  }

  private static String plain(PlanNode node) {
    StringBuilder text = new StringBuilder();
    new Shape().write(node, text);
    return text.toString();
  }

  private void write(PlanNode node, StringBuilder text) {
    text.append('(').append(node.op());
    if (node.relation() != null) {
      text.append(' ').append(node.relation()).append(' ').append(ordinal(node));
    }
    if (node.index() != null) {
      text.append(" index=").append(node.index());
    }
    node.detail()
        .forEach(
            (name, value) -> {
              if (!JITTER.contains(name)) {
                text.append(' ').append(name).append('=').append(value);
              }
            });
    node.children().forEach(child -> write(child, text));
    text.append(')');
  }

  /** Which of the uses of a table this is; an alias itself may be numbered by the server. */
  private String ordinal(PlanNode node) {
    return ordinals.computeIfAbsent(
        node.relation() + " " + node.alias(), key -> "#" + ordinals.size());
  }
}
