package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** What Lacuna prints and sends, as the documentation shows it. */
class PrintedTest {

  private static final String COLUMNS =
      "users.nickname varchar(40); orders.discount numeric(10,2) not null default 0;"
          + " refunds.reason text";

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lacuna");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final TestDatabase database;
  private final String url;

  PrintedTest() throws SQLException {
    database = TestServer.shared().database("printed");
    database.run("CREATE TABLE users (id int PRIMARY KEY, name text)");
    database.run("CREATE TABLE orders (id int PRIMARY KEY, user_id int, amount numeric(10,2))");
    database.run("INSERT INTO users VALUES (1, 'Ada')");
    url = database.lacunaUrl(COLUMNS);
  }

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @Test
  void readme_showsTheLinesAsPrinted() throws SQLException {
    StringBuilder printed = new StringBuilder();
    // An absent table is told of once for each URL.
    try (Connection connection = DriverManager.getConnection(url + "&ApplicationName=readme")) {
      run(connection, "UPDATE users SET nickname = 'ace' WHERE id = 1");
      run(
          connection,
          "UPDATE users SET nickname = 'buyer' WHERE id IN (SELECT user_id FROM ONLY (orders))");
    }
    database.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
    try (Connection connection = DriverManager.getConnection(url)) {
      run(connection, "SELECT nickname FROM users");
      connection.setAutoCommit(false);
      run(connection, "SELECT 1");
      database.run("ALTER TABLE users DROP COLUMN nickname");
      SQLException error = failure(connection, "SELECT nickname FROM users WHERE id = 1");
      assertThat(error.getSQLState()).isEqualTo("40001");
      for (ILoggingEvent event : appender.list) {
        printed.append(event.getLevel()).append(' ').append(event.getLoggerName());
        printed.append(" - ").append(event.getFormattedMessage()).append('\n');
      }
      printed.append(error).append('\n');
    }
    assertThat(Page.of("README.md").blocksMarked("printed").get(0).body())
        .isEqualTo(printed.toString());
  }

  @Test
  void readme_showsARefusalAsPrinted() throws SQLException {
    database.run("CREATE TABLE notes (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO notes SELECT g, 'n' || g FROM generate_series(1, 1000) g");
    database.run("VACUUM ANALYZE notes");
    try (Connection connection = DriverManager.getConnection(url + "&lacuna.ddl=refuse")) {
      SQLException error = failure(connection, "CREATE INDEX by_note ON notes (note)");

      assertThat(Page.of("README.md").blocksMarked("printed").get(1).body())
          .isEqualTo(error.getMessage() + "\n");
    }
  }

  @TestFactory
  Stream<DynamicTest> sqlThatIsSent_isAsShown() {
    return Page.all().stream()
        .flatMap(page -> page.blocksMarked("sent").stream())
        .map(block -> dynamicTest(block.place(), () -> isSent(block)));
  }

  /** The comment has the application's text, the block what is sent for it. */
  private void isSent(Page.Block block) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(block.comment().substring("sent: ".length()))) {
      assertThat(statement.unwrap(org.postgresql.PGStatement.class)).isSameAs(statement);
      assertThat(oneLine(statement.toString())).isEqualTo(oneLine(block.body()));
    }
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")").strip();
  }

  /** Runs a statement; what the server says of it is of no interest here. */
  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("42703");
    }
  }

  private static SQLException failure(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      return e;
    }
    throw new AssertionError("it succeeded: " + sql);
  }
}
