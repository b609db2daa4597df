package dev.lacuna.agent.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that came, and what has happened to its table since.
 *
 * @param base the table as it was when the column was noticed
 * @param analyzed whether its statistics were renewed since
 * @param vacuumed whether it was vacuumed since; true at once where the engine has no such thing
 * @param happenings in their order, the arrival itself first
 */
public record Arrival(
    String table,
    String column,
    Instant at,
    TableState base,
    boolean analyzed,
    boolean vacuumed,
    List<Happening> happenings) {

  public Arrival {
    happenings = List.copyOf(happenings);
  }

  /** Whether nothing is to be waited for any more. */
  public boolean isSettled() {
    return analyzed && vacuumed;
  }

  public Happening latest() {
    return happenings.get(happenings.size() - 1);
  }

  public Arrival with(List<Happening> more) {
    List<Happening> all = new ArrayList<>(happenings);
    all.addAll(more);
    return new Arrival(table, column, at, base, analyzed, vacuumed, all);
  }

  public Arrival with(boolean nowAnalyzed, boolean nowVacuumed) {
    return new Arrival(
        table, column, at, base, analyzed || nowAnalyzed, vacuumed || nowVacuumed, happenings);
  }
}
