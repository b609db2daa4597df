package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.Translation;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the application prepared, and how: enough to prepare another text alike.
 *
 * @param preparation the way in which the application prepared it
 */
record PreparedText(
    LacunaConnection origin,
    TolerantSession session,
    Analysis.Relevant text,
    GeneratedKeys keys,
    Preparation<PreparedStatement> preparation) {

  Translation translate() throws SQLException {
    return session.translate(text, keys);
  }

  PreparedStatement prepare(Translation translation) throws SQLException {
    return preparation.prepare(origin.delegate(), translation.sql());
  }
}
