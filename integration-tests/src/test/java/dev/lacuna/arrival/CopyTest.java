package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** pgjdbc's {@code CopyManager} goes past the wrappers; what is a statement does not. */
class CopyTest {

  private static final String OUT = "COPY users (id, nickname) TO STDOUT";
  private static final String IN = "COPY users (id, nickname) FROM STDIN";

  private final TestDatabase database = TestServer.shared().database("copy");

  CopyTest() throws SQLException {}

  @BeforeEach
  void createTables() throws SQLException {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text); INSERT INTO users VALUES (1)");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40) DEFAULT 'none'"));
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Test
  void copyManager_namesAMissingColumn_isRefusedByTheServer() throws Exception {
    try (Connection connection = connect()) {
      CopyManager copies = copies(connection);
      assertThatThrownBy(() -> copies.copyOut(OUT, new StringWriter()))
          .hasFieldOrPropertyWithValue("SQLState", "42703");
      assertThatThrownBy(() -> copies.copyIn(IN, new StringReader("2\tben\n")))
          .hasFieldOrPropertyWithValue("SQLState", "42703");
    }
  }

  @Test
  void copyManager_namesTheColumnThatIsThere_copiesIt() throws SQLException, IOException {
    database.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
    try (Connection connection = connect()) {
      StringWriter out = new StringWriter();
      assertThat(copies(connection).copyIn(IN, new StringReader("2\tben\n"))).isEqualTo(1);
      copies(connection).copyOut("COPY users (id, nickname) TO STDOUT", out);
      assertThat(out).hasToString("1\t\\N\n2\tben\n");
    }
  }

  @Test
  void copyFrom_refusedForWhatIsKnown_isTriedOnceTheColumnIsThere() throws SQLException {
    String load = "COPY users (id, nickname) FROM '/no/such/file'";
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(load))
          .hasFieldOrPropertyWithValue("SQLState", "42000");
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
      // The server's own error: there is no such file.
      assertThatThrownBy(() -> statement.execute(load))
          .hasFieldOrPropertyWithValue("SQLState", "58P01");
    }
  }
}
