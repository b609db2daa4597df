package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements that ran before the one that is judged, in its transaction or file, and the tables
 * that came with them: what is done to a new table hurts nobody. Mutable; used by one thread.
 */
public final class Context {

  private static final int MAX_TABLES = 10_000;

  private final Set<String> created = new HashSet<>();
  private final List<Ddl> before = new ArrayList<>();
  private boolean inTransaction;

  /** Says whether the next statements run in a transaction that goes on behind them. */
  public void inTransaction(boolean value) {
    inTransaction = value;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  List<Ddl> before() {
    return List.copyOf(before);
  }

  /** Takes note of a statement that has been judged and is about to run. */
  public void add(Ddl ddl) {
    before.add(ddl);
    ObjectName table = ddl.table();
    boolean creates =
        ddl.changes().get(0) instanceof CreateTable create
            && !create.filled()
            && create.partitionOf() == null;
    if (creates && table != null && created.size() < MAX_TABLES) {
      created.add(key(table));
    }
  }

  /** Whether the table was created by a statement before, without rows. */
  boolean hasCreated(Ddl ddl) {
    ObjectName table = ddl.table();
    return table != null && created.contains(key(table));
  }

  private static String key(ObjectName table) {
    return table.name().toLowerCase(Locale.ROOT);
  }

  /** Forgets the statements: their transaction is over. The tables stay. */
  public void transactionEnded() {
    before.clear();
  }
}
