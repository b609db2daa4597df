package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ledgers against the table and its history, when all desks are closed and the column is
 * there, over a connection that knows nothing of Lacuna.
 */
final class Auditor {

  private static final int FETCH_SIZE = 10_000;

  private final Connections plain;
  private final Findings findings;

  Auditor(Connections plain, Findings findings) {
    this.plain = plain;
    this.findings = findings;
  }

  /** What an audit has looked at. */
  record Audit(long stored, long vanished, long rows) {}

  Audit audit(List<Ledger> ledgers, long now) throws SQLException {
    Map<Long, Row> table = table(ledgers);
    Set<Mark> history = history(ledgers);
    long rows = 0;
    for (Ledger ledger : ledgers) {
      for (Entry entry : ledger.entries()) {
        compare(entry, table.remove(entry.id()), new Span(now, now));
        rows++;
      }
    }
    table.values().forEach(row -> findings.found(Fault.PHANTOM, "nobody has left " + row));
    long stored = 0;
    long vanished = 0;
    for (Ledger ledger : ledgers) {
      for (Written written : ledger.log()) {
        if (written.surelyStored()) {
          stored++;
          if (!history.contains(written.mark())) {
            findings.found(Fault.LOST_WRITE, written + " was never stored");
          }
        } else if (written.surelyVanished()) {
          vanished++;
          if (history.contains(written.mark())) {
            findings.found(Fault.PHANTOM, written + " was stored");
          }
        }
      }
    }
    return new Audit(stored, vanished, rows);
  }

  /** Other JVMs may have desks on the table, whose ledgers they hold against it themselves. */
  private static String desks(List<Ledger> ledgers) {
    return ledgers.stream().map(each -> "" + each.desk()).collect(Collectors.joining(", "));
  }

  private void compare(Entry entry, @Nullable Row row, Span now) {
    Written written = entry.written();
    Written.Possible possible = written.seenIn(now);
    if (row == null || row.visits() < entry.visits()) {
      findings.found(Fault.LOST_WRITE, "the table has " + row + ", known " + entry);
    } else if (row.visits() > entry.visits()) {
      findings.found(Fault.PHANTOM, "the table has " + row + ", known " + entry);
    } else if (!possible.allows(written.mark(), row.nickname())) {
      Fault fault = possible == Written.Possible.VALUE ? Fault.LOST_WRITE : Fault.PHANTOM;
      findings.found(fault, "the table has " + row + ", known " + entry);
    }
  }

  private Map<Long, Row> table(List<Ledger> ledgers) throws SQLException {
    Map<Long, Row> rows = new HashMap<>();
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT id, desk, visits, nickname FROM users WHERE desk IN ("
                    + desks(ledgers)
                    + ")")) {
      while (found.next()) {
        long id = found.getLong("id");
        int index = found.getInt("desk") - ledgers.get(0).desk();
        if (!ledgers.get(index).isDoubtful(id)) {
          rows.put(
              id, new Row(id, found.getInt("visits"), Mark.parse(found.getString("nickname"))));
        }
      }
    }
    return rows;
  }

  private Set<Mark> history(List<Ledger> ledgers) throws SQLException {
    Set<Integer> desks = ledgers.stream().map(Ledger::desk).collect(Collectors.toSet());
    Set<Mark> marks = new HashSet<>();
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false); // pgjdbc fetches in portions only in a transaction
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet found =
          statement.executeQuery("SELECT nickname FROM users_history WHERE nickname LIKE '%#%'")) {
        while (found.next()) {
          Mark mark = Mark.parse(found.getString(1));
          if (mark != null && desks.contains(mark.desk())) {
            marks.add(mark);
          }
        }
      }
      connection.commit();
    }
    return marks;
  }
}
