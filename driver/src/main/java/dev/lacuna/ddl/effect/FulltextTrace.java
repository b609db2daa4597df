package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Residue;
import java.util.Collection;
import java.util.List;

/**
 * What can be told of a FULLTEXT index that is gone by a user who may not look into InnoDB. With
 * the hidden column stays a hidden index over it, and its pages are counted with those of the
 * others (tried on MariaDB 11.8).
 *
 * @param head the table, with its size
 * @param columns all that it has
 * @param indexes those that can be seen
 */
record FulltextTrace(Table head, Collection<ColumnFacts> columns, List<IndexFacts> indexes) {

  /** What the size of the indexes says, which have one page each at least. */
  Residue seen(long pageBytes) {
    if (!isPossible()) {
      return Residue.NONE;
    }
    boolean clustered = indexes.stream().anyMatch(IndexFacts::primary);
    Innodb innodb = head.innodb();
    boolean whole = innodb != null && !innodb.rowFormat().equals("compressed");
    long secondary = indexes.stream().filter(index -> !index.primary()).count();
    long pages = head.size().indexBytes() / pageBytes;
    boolean counted = pages > 0 || secondary == 0;
    if (!clustered || !whole || !counted) {
      return Residue.UNSEEN;
    }
    if (pages <= secondary) {
      return Residue.NONE;
    }
    return secondary == 0 ? Residue.LEFT : Residue.UNSEEN;
  }

  /** Only text has FULLTEXT indexes, and partitions have none. */
  private boolean isPossible() {
    return head.isInnodb()
        && !head.isPartitioned()
        && columns.stream().anyMatch(FulltextTrace::isText);
  }

  private static boolean isText(ColumnFacts column) {
    return column.type().name().matches("(var)?char|(tiny|medium|long)?text");
  }
}
