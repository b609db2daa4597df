package dev.lacuna.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With {@code lacuna.metadata=declared}, {@code getColumns} answers on a database that lacks the
 * columns as the plain driver does on one that has them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclaredMetadataTest {

  /** The server shows an expression as it has read it, and Lacuna as it is declared. */
  private static final Set<String> EXPRESSIONS = Set.of("answer", "shout", "later");

  private static final String MORE_TYPES =
      """
      CREATE DOMAIN price AS numeric(8,2) NOT NULL DEFAULT 1;
      CREATE DOMAIN billing.word AS text;
      CREATE TABLE types (id int, gone int, last text);
      ALTER TABLE types DROP COLUMN gone;
      """;

  private static final String MORE_COLUMNS =
      """
      ALTER TABLE types ADD COLUMN a pair;
      ALTER TABLE types ADD COLUMN b short_text DEFAULT 'x';
      ALTER TABLE types ADD COLUMN c price NOT NULL DEFAULT 2;
      ALTER TABLE types ADD COLUMN d billing.word;
      ALTER TABLE types ADD COLUMN e bit(3) DEFAULT B'101';
      ALTER TABLE types ADD COLUMN f bit varying(5);
      ALTER TABLE types ADD COLUMN g varchar;
      ALTER TABLE types ADD COLUMN h numeric;
      ALTER TABLE types ADD COLUMN i timestamptz(3) DEFAULT CURRENT_TIMESTAMP;
      ALTER TABLE types ADD COLUMN j time(0) with time zone;
      ALTER TABLE types ADD COLUMN k interval(2);
      ALTER TABLE types ADD COLUMN l varchar(5)[] DEFAULT '{}';
      ALTER TABLE types ADD COLUMN m json DEFAULT '{"a":1}';
      ALTER TABLE types ADD COLUMN n xml;
      ALTER TABLE types ADD COLUMN o inet DEFAULT '10.0.0.1';
      ALTER TABLE types ADD COLUMN p point;
      ALTER TABLE types ADD COLUMN q int4range;
      ALTER TABLE types ADD COLUMN r money;
      ALTER TABLE types ADD COLUMN s "char";
      ALTER TABLE types ADD COLUMN t oid;
      ALTER TABLE types ADD COLUMN u bigint DEFAULT -9000000000;
      ALTER TABLE types ADD COLUMN v boolean DEFAULT FALSE;
      ALTER TABLE types ADD COLUMN w numeric(4,1) DEFAULT -0.5;
      ALTER TABLE types ADD COLUMN x char;
      ALTER TABLE types ADD COLUMN y mood DEFAULT 'glad';
      ALTER TABLE types ADD COLUMN z tsvector;
      """;

  private static @Nullable Connection with;
  private static @Nullable Connection without;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    String columns = text("asif/postgresql-migration.sql") + MORE_COLUMNS;
    TestDatabase complete = TestServer.shared().database("metadata_twin");
    complete.run(text("asif/postgresql-tables.sql") + MORE_TYPES + columns);
    TestDatabase lacking = TestServer.shared().database("metadata");
    lacking.run(text("asif/postgresql-tables.sql") + MORE_TYPES);
    java.nio.file.Path file = java.nio.file.Files.createTempFile("columns", ".sql");
    java.nio.file.Files.writeString(file, columns);
    with = complete.plain();
    without =
        DriverManager.getConnection(
            lacking.lacunaUrl("lacuna.migrations", "file:" + file)
                + "&lacuna.metadata=declared&lacuna.columns=adults.nickname%20varchar(40);"
                + "readings_2025.unit%20text%20not%20null%20default%20'C';"
                + "readings_2026.unit%20text%20not%20null%20default%20'C'");
    java.nio.file.Files.delete(file);
  }

  @AfterAll
  static void close() throws SQLException {
    Objects.requireNonNull(with).close();
    Objects.requireNonNull(without).close();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = DeclaredMetadataTest.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Connection with() {
    return Objects.requireNonNull(with);
  }

  private static Connection without() {
    return Objects.requireNonNull(without);
  }

  /** The rows, without the database's name. */
  private static List<String> rows(Connection connection, @Nullable String... patterns)
      throws SQLException {
    try (ResultSet columns =
        connection.getMetaData().getColumns(null, patterns[0], patterns[1], patterns[2])) {
      List<String> rows = new ArrayList<>();
      ResultSetMetaData labels = columns.getMetaData();
      while (columns.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 2; i <= labels.getColumnCount(); i++) {
          String label = labels.getColumnLabel(i);
          boolean expression =
              label.equals("COLUMN_DEF")
                  && (EXPRESSIONS.contains(columns.getString("COLUMN_NAME"))
                      || columns.getString("TABLE_NAME").equals("gadgets"));
          row.append(label).append('=').append(expression ? "" : columns.getObject(i)).append(' ');
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /** Tells the first row that differs, as there are thousands. */
  private static void assertSame(List<String> actual, List<String> expected) {
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "orders", "invoices", "Order Lines", "widgets", "visits", "pets"})
  void columnsOfATable_areTheTwins(String table) throws SQLException {
    assertSame(rows(without(), null, table, null), rows(with(), null, table, null));
  }

  @Test
  void everyType_isAsTheDriverHasIt() throws SQLException {
    assertSame(rows(without(), "public", "types", "%"), rows(with(), "public", "types", "%"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, null, null",
        "%, %, %",
        "public, %, %",
        "billing, null, null",
        "public, users, nickname",
        "null, users, nick%",
        "null, users, _ickname",
        "null, users, NICKNAME",
        "null, users, 'level'",
        "null, %, nickname",
        "null, users, name",
        "null, users, %name",
        "null, orders, nickname",
        "billing, invoices, Note",
        "public, invoices, Note",
        "null, Order%, Unit\\ Price",
        "null, widgets, serial\\_no",
        "null, nosuch, null",
      })
  void patterns_selectAsTheDriverDoes(
      @Nullable String schema, @Nullable String table, @Nullable String column)
      throws SQLException {
    assertSame(rows(without(), schema, table, column), rows(with(), schema, table, column));
  }

  @Test
  void rows_areReadInEveryDirectionAndByEveryWay() throws SQLException {
    try (ResultSet rows = without().getMetaData().getColumns(null, "public", "users", null)) {
      assertThat(rows.isBeforeFirst()).isTrue();
      assertThat(rows.last()).isTrue();
      assertThat(rows.getString("COLUMN_NAME")).isEqualTo("level");
      assertThat(rows.getInt("ORDINAL_POSITION")).isEqualTo(9);
      assertThat(rows.getObject("DATA_TYPE", Integer.class)).isEqualTo(Types.INTEGER);
      assertThat(rows.isLast()).isTrue();
      assertThat(rows.getRow()).isEqualTo(9);
      assertThat(rows.previous()).isTrue();
      assertThat(rows.getString(4)).isEqualTo("nickname");
      assertThat(rows.getString("COLUMN_DEF")).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.absolute(1)).isTrue();
      assertThat(rows.getString(4)).isEqualTo("id");
      assertThat(rows.relative(7)).isTrue();
      assertThat(rows.getString(4)).isEqualTo("nickname");
      assertThat(rows.absolute(-9)).isTrue();
      assertThat(rows.isFirst()).isTrue();
      rows.afterLast();
      assertThat(rows.isAfterLast()).isTrue();
      assertThat(rows.getRow()).isZero();
      assertThat(rows.next()).isFalse();
      assertThat(rows.findColumn("IS_NULLABLE")).isEqualTo(18);
    }
  }

  @Test
  void columnThatHasCome_isTheServersOwn() throws SQLException {
    TestDatabase database = TestServer.shared().database("metadata_arrival");
    database.run("CREATE TABLE users (id int)");
    try (Connection connection =
        DriverManager.getConnection(
            database.lacunaUrl("users.nickname varchar(40)") + "&lacuna.metadata=declared")) {
      assertThat(rows(connection, null, "users", "nickname").get(0)).contains("COLUMN_SIZE=40");
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(60)");
      assertThat(rows(connection, null, "users", "nickname").get(0)).contains("COLUMN_SIZE=60");
      database.run("ALTER TABLE users DROP COLUMN nickname");
      assertThat(rows(connection, null, "users", null)).hasSize(2);
    }
  }
}
