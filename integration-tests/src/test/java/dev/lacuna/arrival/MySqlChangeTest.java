package dev.lacuna.arrival;

import static dev.lacuna.arrival.Nickname.value;
import static dev.lacuna.arrival.Nickname.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes on MySQL, through Connector/J. */
@RequiresServer(Engine.MYSQL)
class MySqlChangeTest extends MySqlChanges {

  MySqlChangeTest() throws SQLException {
    super(
        Engine.MYSQL,
        List.of(
            "",
            "&useServerPrepStmts=true",
            "&useServerPrepStmts=true&cachePrepStmts=true",
            "&useServerPrepStmts=true&rewriteBatchedStatements=true",
            "&rewriteBatchedStatements=true",
            "&useCursorFetch=true&defaultFetchSize=1"));
  }

  /** As Connector/J has it: wherever the connection has gone meanwhile. */
  @ParameterizedTest
  @MethodSource("options")
  void statementsMadeBefore_stayInTheirDatabase(String more) throws SQLException {
    makeSecondDatabase();
    try (Connection connection = connect(more);
        Statement statement = connection.createStatement();
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      connection.setCatalog("changes_two");
      try (ResultSet rows = statement.executeQuery(SELECT)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("nickname")).isEqualTo("none");
      }
      assertThat(value(select)).isEqualTo("none");
      assertThat(write(update, "lost")).isEqualTo(1);
      assertThat(select.getMetaData().getColumnLabel(1)).isEqualTo("nickname");
      assertThat(connection.getCatalog()).isEqualTo("changes_two");
      assertThat(value(connection)).isEqualTo("second");

      statement.addBatch("UPDATE users SET name = 'batched', nickname = 'lost' WHERE id = 1");
      assertThat(statement.executeBatch()).containsExactly(1);
      assertThat(database().read("SELECT name FROM changes.users WHERE id = 1"))
          .isEqualTo("batched");
      assertThat(database().read("SELECT nickname FROM changes_two.users")).isEqualTo("second");
    } finally {
      dropSecondDatabase();
    }
  }
}
