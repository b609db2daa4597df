package dev.lacuna.agent.plan;

import java.util.Locale;
import java.util.Set;

/**
 * What nodes of plans do: one vocabulary for all engines. What an engine has alone keeps its name.
 */
public final class Op {

  public static final String SEQ_SCAN = "SEQ_SCAN";
  public static final String INDEX_SCAN = "INDEX_SCAN";
  public static final String INDEX_ONLY_SCAN = "INDEX_ONLY_SCAN";
  public static final String BITMAP_HEAP_SCAN = "BITMAP_HEAP_SCAN";
  public static final String BITMAP_INDEX_SCAN = "BITMAP_INDEX_SCAN";
  public static final String NESTED_LOOP = "NESTED_LOOP";
  public static final String HASH_JOIN = "HASH_JOIN";
  public static final String MERGE_JOIN = "MERGE_JOIN";
  public static final String SORT = "SORT";
  public static final String INCREMENTAL_SORT = "INCREMENTAL_SORT";
  public static final String FILESORT = "FILESORT";
  public static final String TEMPORARY = "TEMPORARY";
  public static final String AGGREGATE = "AGGREGATE";
  public static final String HASH = "HASH";
  public static final String MATERIALIZE = "MATERIALIZE";
  public static final String MEMOIZE = "MEMOIZE";
  public static final String SUBPLAN = "SUBPLAN";
  public static final String UNION = "UNION";
  public static final String APPEND = "APPEND";
  public static final String MERGE_APPEND = "MERGE_APPEND";
  public static final String GATHER = "GATHER";
  public static final String GATHER_MERGE = "GATHER_MERGE";
  public static final String LIMIT = "LIMIT";
  public static final String MODIFY = "MODIFY";
  public static final String RESULT = "RESULT";

  /** The nodes that read a table. A bitmap index scan only helps the bitmap heap scan above it. */
  public static final Set<String> SCANS =
      Set.of(SEQ_SCAN, INDEX_SCAN, INDEX_ONLY_SCAN, BITMAP_HEAP_SCAN);

  public static final Set<String> JOINS = Set.of(NESTED_LOOP, HASH_JOIN, MERGE_JOIN);

  private Op() {}

  /** An engine's own name in this vocabulary's spelling: {@code Bitmap Heap Scan}. */
  public static String named(String engineName) {
    return engineName.strip().replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
  }
}
