package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Hidden columns on each engine. */
class HideTest {

  @Nested
  class Postgresql extends Hiding {

    Postgresql() throws SQLException {
      super(Engine.POSTGRESQL);
    }

    @Test
    void returning_showsWhatWasWritten() throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        assertThat(first(statement, "UPDATE users SET nickname = 'y' WHERE id = 1 RETURNING *"))
            .isEqualTo("id=1 nickname=y name=Ada");
        assertThat(stored(1)).isEqualTo("nickname=ace");
      }
    }
  }

  @Nested
  @RequiresServer(Engine.MYSQL)
  class MySql extends Hiding {

    MySql() throws SQLException {
      super(Engine.MYSQL);
    }
  }

  @Nested
  @RequiresServer(Engine.MARIADB)
  class MariaDb extends Hiding {

    MariaDb() throws SQLException {
      super(Engine.MARIADB);
    }

    @Test
    void returning_showsWhatWasWritten() throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        assertThat(first(statement, "INSERT INTO users VALUES (2, 'y', 'Ben') RETURNING *"))
            .isEqualTo("id=2 nickname=y name=Ben");
        assertThat(stored(2)).isEqualTo("nickname=own");
      }
    }
  }
}
