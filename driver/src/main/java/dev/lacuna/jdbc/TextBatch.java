package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import java.util.ArrayList;
import java.util.List;

/** The texts that were added to a plain statement's batch. Mutable; as thread-safe as that. */
final class TextBatch {

  /** One text, and what it is to the declarations. */
  record Entry(String sql, Analysis analysis) {}

  private final List<Entry> entries = new ArrayList<>();
  private boolean plain = true;
  private boolean changesSchema;

  void add(String sql, Analysis analysis) {
    entries.add(new Entry(sql, analysis));
    plain &= !(analysis instanceof Analysis.Relevant text) || text.isForKeysOnly();
    changesSchema |= analysis instanceof Analysis.SchemaChange;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Whether no text needs a translation, so that the driver's own batch holds them all. */
  boolean isPlain() {
    return plain;
  }

  boolean changesSchema() {
    return changesSchema;
  }
}
