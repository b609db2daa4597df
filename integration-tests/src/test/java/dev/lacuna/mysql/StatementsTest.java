package dev.lacuna.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to MySQL and MariaDB is answered as on a database that has the columns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementsTest {

  private final Engine engine;
  private Pair pair;

  StatementsTest(Engine engine) {
    this.engine = engine;
  }

  @RequiresServer(Engine.MYSQL)
  static final class OnMySqlTest extends StatementsTest {
    OnMySqlTest() {
      super(Engine.MYSQL);
    }
  }

  @RequiresServer(Engine.MARIADB)
  static final class OnMariaDbTest extends StatementsTest {
    OnMariaDbTest() {
      super(Engine.MARIADB);
    }
  }

  @BeforeAll
  void connect() throws SQLException {
    pair = new Pair(engine, "");
  }

  @AfterAll
  void disconnect() throws SQLException {
    pair.close();
  }

  /** The statements of the file that are for this engine. */
  Stream<String> statements() throws IOException {
    String name = "/mysql/statements.sql";
    try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String mark = "/* " + engine.name().toLowerCase(Locale.ROOT) + " */";
      return Stream.of(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(sql -> !sql.isEmpty())
          .filter(sql -> !sql.startsWith("/* m") || sql.startsWith(mark))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void missing_isAsIfThere(String sql) throws SQLException {
    pair.reset();

    assertThat(answer(pair.lacuna(), sql)).isEqualTo(answer(pair.twin(), sql));
    assertThat(pair.rows(pair.lacuna())).isEqualTo(pair.rows(pair.twin()));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void arrivedSincePrepared_isThere(String sql) throws SQLException {
    pair.reset();
    try (PreparedStatement statement = pair.lacuna().prepareStatement(sql)) {
      pair.addColumns();

      assertThat(answer(statement)).isEqualTo(answer(pair.twin(), sql));
      assertThat(pair.rows(pair.lacuna())).isEqualTo(pair.rows(pair.twin()));
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void goneSincePrepared_isAsIfThere(String sql) throws SQLException {
    pair.reset();
    pair.addColumns();
    try (PreparedStatement statement = pair.lacuna().prepareStatement(sql)) {
      pair.dropColumns();

      assertThat(answer(statement)).isEqualTo(answer(pair.twin(), sql));
      assertThat(pair.rows(pair.lacuna())).isEqualTo(pair.rows(pair.twin()));
    }
  }

  @Test
  void joinedUpdate_parametersOfMissingColumns_areTaken() throws SQLException {
    pair.reset();
    String sql =
        "UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = ?, o.item = ?,"
            + " u.level = u.level + ? WHERE o.id = ? AND u.level = ?";
    for (Connection connection : List.of(pair.lacuna(), pair.twin())) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, "ace");
        statement.setString(2, "shelf");
        statement.setInt(3, 4);
        statement.setInt(4, 2);
        statement.setInt(5, 1);

        assertThat(statement.executeUpdate()).isEqualTo(2);
      }
    }

    assertThat(pair.rows(pair.lacuna()))
        .isEqualTo(pair.rows(pair.twin()))
        .contains("2 | 1 | shelf | 310.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET sql_mode = 'ANSI_QUOTES'",
        "SET SESSION sql_mode = \"NO_BACKSLASH_ESCAPES\"",
        "SET @@sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT')",
        "SET @@session.sql_mode = 'ANSI,IGNORE_SPACE'",
        "SET sql_mode = ''",
      })
  void sqlMode_setByTheApplication_isFollowed(String set) throws SQLException {
    pair.reset();
    for (String sql :
        List.of(
            set,
            "SELECT \"nickname\", \"u\".\"id\" FROM \"users\" u",
            "SELECT \"nickname\", id FROM users ORDER BY id",
            "SELECT id, 'a\\' AS b, nickname, 'c' FROM users ORDER BY id",
            "SELECT id, 'a\\', nickname, ' AS b FROM users ORDER BY id",
            "SELECT remark || item FROM orders ORDER BY id",
            "UPDATE users SET name = \"City\", nickname = \"x\" WHERE \"level\" = 1",
            "UPDATE users u JOIN orders o ON o.user_id = u.id SET u.name = '\\', o.remark = '\\'",
            "INSERT INTO orders (id, item, \"remark\") VALUES (9, 'x', \"item\")",
            "INSERT INTO orders (id, item, remark) VALUES (10, 'a\\'b', 'c\\'d')",
            "SET sql_mode = DEFAULT")) {
      assertThat(answer(pair.lacuna(), sql)).as(sql).isEqualTo(answer(pair.twin(), sql));
    }

    assertThat(pair.rows(pair.lacuna())).isEqualTo(pair.rows(pair.twin()));
  }

  private static List<String> answer(Connection connection, String sql) throws SQLException {
    try {
      return Pair.run(connection, sql);
    } catch (SQLException e) {
      return List.of("error " + e.getErrorCode() + " " + e.getSQLState());
    }
  }

  private static List<String> answer(PreparedStatement statement) throws SQLException {
    List<String> answer = new ArrayList<>();
    try {
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          Pair.read(rows, answer);
        }
      } else {
        answer.add(statement.getUpdateCount() + " rows");
      }
    } catch (SQLException e) {
      answer.add("error " + e.getErrorCode() + " " + e.getSQLState());
    }
    return answer;
  }
}
