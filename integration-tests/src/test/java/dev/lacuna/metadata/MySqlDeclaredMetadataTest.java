package dev.lacuna.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import dev.lacuna.storm.Resources;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code lacuna.metadata=declared} on MySQL and MariaDB answers as the driver does on the twin. */
class MySqlDeclaredMetadataTest {

  private static final String FILE = "asif/mysql-migration.sql";

  /** The server shows an expression as it has read it, and Lacuna as it is declared. */
  private static final Set<String> EXPRESSIONS =
      Set.of("answer", "shout", "body", "blb", "meta", "seen", "raw", "flag", "bits");

  /** What the documentation says is otherwise: another character set, padding, and geometry. */
  private static final Set<String> OTHERWISE = Set.of("latin", "bin", "place");

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_columns_areTheTwins() throws SQLException {
    assertSame(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_columns_areTheTwins() throws SQLException {
    assertSame(Engine.MARIADB);
  }

  private static void assertSame(Engine engine) throws SQLException {
    TestDatabase complete = TestServer.shared(engine).database("metadata_twin");
    complete.run(Resources.text("asif/mysql-tables.sql"));
    complete.run(Resources.text(FILE));
    TestDatabase lacking = TestServer.shared(engine).database("metadata");
    lacking.run(Resources.text("asif/mysql-tables.sql"));
    try (Connection with = complete.plain();
        Connection without =
            DriverManager.getConnection(
                lacking.lacunaUrl("lacuna.migrations", "classpath:" + FILE)
                    + "&lacuna.metadata=declared")) {
      for (String table : List.of("users", "orders", "profiles", "widgets", "visits", "pets")) {
        assertThat(rows(without, lacking, table))
            .as(table)
            .containsExactlyElementsOf(rows(with, complete, table));
      }
    }
  }

  /** The rows, without the database's name. */
  private static List<String> rows(Connection connection, TestDatabase database, String table)
      throws SQLException {
    try (ResultSet columns =
        connection.getMetaData().getColumns(database.name(), null, table, null)) {
      List<String> rows = new ArrayList<>();
      ResultSetMetaData labels = columns.getMetaData();
      while (columns.next()) {
        if (OTHERWISE.contains(columns.getString("COLUMN_NAME"))) {
          continue;
        }
        StringBuilder row = new StringBuilder();
        for (int i = 2; i <= labels.getColumnCount(); i++) {
          String label = labels.getColumnLabel(i);
          row.append(label).append('=').append(value(columns, label)).append(' ');
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private static @Nullable Object value(ResultSet columns, String label) throws SQLException {
    boolean expression =
        label.equals("COLUMN_DEF") && EXPRESSIONS.contains(columns.getString("COLUMN_NAME"));
    return expression ? "" : columns.getObject(label);
  }
}
