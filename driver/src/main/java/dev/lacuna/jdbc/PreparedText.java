package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.Translation;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the application prepared, and how: enough to prepare another text alike.
 *
 * <p>Public only because generated classes hand it on; no application uses it.
 *
 * @param preparation the way in which the application prepared it
 * @param first the translation that it is prepared with at first
 * @param preparedAt the version of what the connection knew then: as long as it is the same, the
 *     connection is where the statement was prepared
 */
public record PreparedText(
    LacunaConnection origin,
    TolerantSession session,
    Analysis.Relevant text,
    GeneratedKeys keys,
    Preparation<PreparedStatement> preparation,
    Translation first,
    long preparedAt) {

  Translation translate() throws SQLException {
    return session.translate(text, keys);
  }

  /** What runs under the lock, where the guards of a translation have been proven. */
  Translation underLock(Translation proven) throws SQLException {
    return session.translateUnderLock(text, keys, proven);
  }

  PreparedStatement prepare(Translation translation) throws SQLException {
    boolean rewritten = translation.isRewritten(text.sql());
    if (translation.star() == null && !(rewritten && text.returnsAllColumns(keys))) {
      // MariaDB resolves the names of a prepared statement anew each time it runs, after it has
      // merged derived tables: where queries stand in others it then takes a name for ambiguous, or
      // crashes (11.8.6).
      boolean inDriver = rewritten && session.runsPreparedOnce() && !text.isSingleQuery();
      return preparation.prepare(
          inDriver ? ClientPreparing.of(origin.delegate()) : origin.delegate(), translation.sql());
    }
    // What the server keeps of a statement breaks when the star comes to show another column:
    // PostgreSQL then says "cached plan must not change result type", and gives the transaction up;
    // Connector/J reads the rows by the columns that there were, out of bounds.
    PreparedStatement statement =
        preparation.prepare(ClientPreparing.of(origin.delegate()), translation.sql());
    StatementSettings.keepNoPlan(statement);
    return statement;
  }
}
