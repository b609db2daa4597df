package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.observe.Sample;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The agent's own connection to one database. Used by one thread. */
public interface EngineSession extends AutoCloseable {

  /** As {@code postgresql 18.6}. */
  String engine();

  /** The name of the database that the connection leads to. */
  String database();

  /** Whether a table's visibility is a matter, and a shift settled only after a VACUUM. */
  boolean vacuums();

  /**
   * The plan for a sample, with its own values.
   *
   * @throws UnfitException if the statement is none to explain
   * @throws SQLException what the server says, or the driver
   */
  Explained explain(Sample sample) throws SQLException, UnfitException;

  /** The tables as they are now; one that is gone is left out. */
  Map<String, TableState> tables(Collection<String> names) throws SQLException;

  /** Whether the server has statistics of the column, so that an ANALYZE came after it did. */
  boolean hasStatistics(String table, String column) throws SQLException;

  /** Whether the connection is of no more use, and another one is to be opened. */
  boolean isBroken();

  @Override
  void close();
}
