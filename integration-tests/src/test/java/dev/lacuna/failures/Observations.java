package dev.lacuna.failures;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a scenario shows to an application, in the order that it shows it. */
final class Observations {

  /** A step that may fail. */
  interface Step {
    Object take() throws Exception;
  }

  private final List<String> seen = new ArrayList<>();

  /** Notes what the step gives, or how it fails. */
  void note(String what, Step step) throws Exception {
    try {
      seen.add(what + ": " + step.take());
    } catch (SQLException e) {
      seen.add(what + ": " + told(e));
    }
  }

  List<String> all() {
    return List.copyOf(seen);
  }

  /** Class, SQLState and vendor code; of the server's own words what an application may read. */
  private static String told(SQLException error) {
    String told =
        error.getClass().getName() + " " + error.getSQLState() + " " + error.getErrorCode();
    ServerErrorMessage server =
        error instanceof PSQLException own ? own.getServerErrorMessage() : null;
    return server == null
        ? told
        : told
            + " %s, table %s, constraint %s"
                .formatted(server.getSeverity(), server.getTable(), server.getConstraint());
  }
}
