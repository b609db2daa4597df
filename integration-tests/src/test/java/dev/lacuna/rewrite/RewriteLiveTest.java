package dev.lacuna.rewrite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every statement of {@code statements.sql}, under both schemas of one server. With {@code
 * -Dit.rewrite.url=jdbc:postgresql:…} that server is another one, of any version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewriteLiveTest {

  private Connection connection;
  private LiveTables tables;

  static Connection connect(String database) throws SQLException {
    String url = System.getProperty("it.rewrite.url", "");
    return url.isEmpty()
        ? TestServer.shared().database(database).plain()
        : DriverManager.getConnection(url);
  }

  @BeforeAll
  void createTables() throws Exception {
    connection = connect("rewrite_live");
    tables = new LiveTables(connection);
  }

  @AfterAll
  void dropTables() throws SQLException {
    connection.close();
  }

  @TestFactory
  Stream<DynamicTest> statement_answersAsIf_andIsRightUnderBothSchemas() {
    return LiveStatement.readAll().stream()
        .map(statement -> DynamicTest.dynamicTest(statement.toString(), () -> check(statement)));
  }

  private void check(LiveStatement statement) throws Exception {
    assumeTrue(tables.serverVersion() >= statement.oldestServer(), "the server is too old for it");
    new LiveCheck(tables, statement).run();
  }
}
