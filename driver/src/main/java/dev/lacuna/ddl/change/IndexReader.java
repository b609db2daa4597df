package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.IndexKind;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE INDEX}, and what {@code ADD INDEX} adds. */
final class IndexReader {

  /** An index, and the table that it is on. */
  record Read(ObjectName table, CreateIndex change) {}

  private IndexReader() {}

  /** Reads a statement from behind {@code CREATE} on; null if it creates no index. */
  static @Nullable Read create(Cursor cursor) throws NotUnderstood {
    cursor.accept("OR", "REPLACE");
    cursor.acceptAny("ONLINE", "OFFLINE");
    IndexKind kind = kind(cursor);
    if (!cursor.accept("INDEX")) {
      return null;
    }
    boolean concurrently = cursor.accept("CONCURRENTLY");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    String name = cursor.sees("ON") ? null : cursor.object().name();
    acceptMethod(cursor);
    if (!cursor.accept("ON")) {
      throw new NotUnderstood(cursor.text());
    }
    boolean only = cursor.accept("ONLY");
    ObjectName table = cursor.object();
    int from = cursor.index();
    acceptMethod(cursor);
    List<String> columns = cursor.elements();
    while (!cursor.atEnd() && !cursor.seesAny("ALGORITHM", "LOCK")) {
      cursor.step();
    }
    String definition = cursor.textSince(from);
    return new Read(
        table, new CreateIndex(name, kind, concurrently, ifNotExists, only, columns, definition));
  }

  private static void acceptMethod(Cursor cursor) throws NotUnderstood {
    if (cursor.accept("USING")) {
      cursor.name();
    }
  }

  private static IndexKind kind(Cursor cursor) {
    if (cursor.accept("UNIQUE")) {
      return IndexKind.UNIQUE;
    }
    if (cursor.accept("FULLTEXT")) {
      return IndexKind.FULLTEXT;
    }
    if (cursor.accept("SPATIAL")) {
      return IndexKind.SPATIAL;
    }
    return cursor.accept("VECTOR") ? IndexKind.VECTOR : IndexKind.PLAIN;
  }

  /** Reads what {@code ADD} adds on MySQL; null, and nothing read, if it is no index. */
  static @Nullable CreateIndex add(Cursor cursor) throws NotUnderstood {
    int from = cursor.index();
    IndexKind kind = kind(cursor);
    boolean word = cursor.acceptAny("INDEX", "KEY");
    if (kind == IndexKind.UNIQUE || (kind == IndexKind.PLAIN && !word)) {
      cursor.backTo(from);
      return null;
    }
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    String name = cursor.seesName() && !cursor.sees("USING") ? cursor.name() : null;
    int definitionFrom = cursor.index();
    acceptMethod(cursor);
    List<String> columns = cursor.elements();
    cursor.skipToComma();
    return new CreateIndex(
        name, kind, false, ifNotExists, false, columns, cursor.textSince(definitionFrom));
  }
}
