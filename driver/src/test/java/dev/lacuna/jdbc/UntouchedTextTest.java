package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Engine;
import dev.lacuna.rewrite.Translator;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has nothing to do with a declared column reaches the driver as it came. */
class UntouchedTextTest {

  private final RecordingDriver driver = new RecordingDriver();
  private final Connection raw = driver.stub(Connection.class);
  private final Statement rawStatement = driver.stub(Statement.class);
  private final PreparedStatement rawPrepared = driver.stub(PreparedStatement.class);

  static Stream<String> texts() {
    return Stream.of(
        "SELECT 1",
        "  select /* nickname */ id, name\n\tFROM users -- users.nickname\r\n WHERE id = ?  ",
        "SELECT count(*) FROM users",
        "SELECT 'nickname' AS label FROM users",
        "SELECT id AS nickname FROM users",
        "SELECT nickname FROM pets",
        "SELECT * FROM pets",
        "INSERT INTO users (id, name) VALUES (?, ?)",
        "INSERT INTO pets VALUES (?, ?)",
        "UPDATE users SET name = ? WHERE id = ?",
        "DELETE FROM users WHERE id = ?",
        "WITH users AS (SELECT 1 AS nickname) SELECT nickname FROM users",
        "SELECT $$ SELECT nickname FROM users $$",
        "COPY pets FROM STDIN",
        "{call archive(?)}",
        "BEGIN",
        "LISTEN users",
        "not even SQL '");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void statement_withoutDeclaredColumn_isSentToTheLetter(String sql) throws SQLException {
    driver.answering(raw, "createStatement", rawStatement);

    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
      statement.addBatch(sql);
    }

    assertThat(textsSentTo(rawStatement, "execute")).containsExactly(sql);
    assertThat(textsSentTo(rawStatement, "addBatch")).containsExactly(sql);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void prepare_withoutDeclaredColumn_isSentToTheLetterAndForwardsBarely(String sql)
      throws SQLException {
    driver.answering(raw, "prepareStatement", rawPrepared);

    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      assertThat(textsSentTo(raw, "prepareStatement")).containsExactly(sql);
      assertThat(statement)
          .isInstanceOf(LacunaPreparedStatement.class)
          .isNotInstanceOf(BindingStatement.class);
    }
  }

  @Test
  void write_ofOtherColumns_isSentToTheLetterWhateverKeysAreAskedFor() throws SQLException {
    driver.answering(raw, "prepareStatement", rawPrepared);
    String sql = "INSERT INTO users (id, name) VALUES (?, ?)";

    connection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS).close();

    assertThat(textsSentTo(raw, "prepareStatement")).containsExactly(sql);
  }

  private List<Object> textsSentTo(Object target, String method) {
    return driver.calls().stream()
        .filter(call -> call.target() == target && call.method().name().equals(method))
        .<Object>map(call -> String.valueOf(call.arguments().get(0)))
        .toList();
  }

  private LacunaConnection connection() throws SQLException {
    Options options =
        Options.of(
            Map.of("lacuna.columns", "users.nickname varchar(40)"),
            new Properties(),
            new Properties());
    DeclaredColumns declared =
        Declarations.read(options, Engine.POSTGRESQL.dialect(), getClass().getClassLoader());
    Translator translator =
        new Translator(declared, Engine.POSTGRESQL, Engine.POSTGRESQL.dialect(), options.star());
    // A table that nobody knows is asked for, and is not there.
    TableKnowledge knowledge = new TableKnowledge(path -> null, options.refresh());
    TolerantSession session =
        new TolerantSession(
            Engine.POSTGRESQL, raw, declared, translator, any -> knowledge, options, new Tally());
    return LacunaConnection.wrap(session, raw);
  }
}
