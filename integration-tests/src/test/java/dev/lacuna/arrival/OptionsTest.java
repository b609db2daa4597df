package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The options that change what a statement does, and what is logged. */
class OptionsTest {

  private static final String DECLARED = "users.nickname varchar(40)";

  private final TestDatabase database = TestServer.shared().database("options");
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lacuna");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  OptionsTest() throws SQLException {}

  @BeforeEach
  void prepare() throws SQLException {
    database.run("CREATE TABLE users (id int PRIMARY KEY, name text)");
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void detach() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl(DECLARED) + more);
  }

  private List<String> logged() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void discardedValue_isLoggedOnceWithoutIt() throws SQLException {
    try (Connection connection = connect("&ApplicationName=log");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        statement.executeUpdate("UPDATE users SET nickname = 'secret' WHERE id = 17");
      }
    }
    assertThat(logged())
        .containsExactly(
            "A value written to a missing column is discarded: UPDATE users SET nickname = ? WHERE"
                + " id = ?");
  }

  @Test
  void unanalysable_isSentUnchangedAndLoggedOnce() throws SQLException {
    try (Connection connection = connect("&ApplicationName=unanalysable");
        Statement statement = connection.createStatement()) {
      String sql =
          "DELETE FROM users WHERE nickname = 'secret' AND id IN (SELECT id FROM ONLY (users))";
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> statement.executeUpdate(sql))
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42703");
      }
    }
    assertThat(logged()).hasSize(1);
    assertThat(logged().get(0))
        .startsWith(
            "Sent unchanged, though it names a declared column, because ONLY with parentheses is"
                + " not supported: DELETE FROM users")
        .doesNotContain("secret");
  }

  @Test
  void unanalysable_isRefusedWhereStrict() throws SQLException {
    try (Connection connection = connect("&lacuna.strict=true");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "UPDATE users SET nickname = 'x' WHERE id IN (SELECT id FROM ONLY (users))"))
          .hasMessage(
              "The statement names a declared column and cannot be analysed: ONLY with parentheses"
                  + " is not supported. Rephrase it, or set lacuna.strict=false to send it"
                  + " unchanged.");
    }
  }

  @Test
  void write_whereRejected_failsUntilTheColumnIsThere() throws SQLException {
    try (Connection connection = connect("&lacuna.writes=reject");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (1, 'x')")) {
      assertThatThrownBy(insert::executeUpdate)
          .hasMessage(
              "The statement writes to a declared column that the table lacks, and lacuna.writes"
                  + " is reject. Add the column, leave it out of the statement, or set"
                  + " lacuna.writes=discard.");
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
      insert.getConnection().createStatement().execute("SET search_path = public");
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void star_pinned_hasTheColumnAtItsPlace() throws SQLException {
    database.run("INSERT INTO users VALUES (1, 'Ada')");
    try (Connection connection = connect("&lacuna.star=pinned");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM users")) {
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(3);
      assertThat(rows.getMetaData().getColumnLabel(3)).isEqualTo("nickname");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(3)).isNull();
    }
  }

  @Test
  void declaredTableThatDoesNotExist_isWarnedOfOnce() throws SQLException {
    String url = database.lacunaUrl("nosuch.nickname varchar(40)") + "&ApplicationName=absent";
    for (int i = 0; i < 2; i++) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.executeQuery("SELECT nickname FROM nosuch"))
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42P01");
      }
    }
    assertThat(logged())
        .containsExactly(
            "A column is declared for table nosuch, which does not exist in this database:"
                + " statements on it go to the driver as they come.");
  }
}
