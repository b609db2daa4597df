package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Properties;
import javax.sql.rowset.RowSetMetaDataImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of the drivers, over servers that have the columns. */
class MySqlColumnFactsTest {

  private static Map<String, @Nullable String> facts(
      boolean mariaDb, String definition, int type, int precision, int scale) throws SQLException {
    RowSetMetaDataImpl result = new RowSetMetaDataImpl();
    result.setColumnCount(1);
    result.setColumnType(1, type);
    result.setColumnTypeName(1, "ANY");
    result.setPrecision(1, precision);
    result.setScale(1, scale);
    Options options =
        Options.of(
            Map.of("lacuna.migrations", "", "lacuna.columns", "t.c " + definition),
            new Properties(),
            new Properties());
    DeclaredColumn column = Declarations.read(options, Dialect.MYSQL, null).all().get(0);
    return new MySqlColumnFacts(mariaDb).of(column, result, 1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      quoteCharacter = '"',
      value = {
        "varchar(40), 12, 40, 0, VARCHAR, 40, null, 160",
        "integer not null default 1, 4, 10, 0, INT, 10, null, null",
        "int unsigned, 4, 10, 0, INT UNSIGNED, 10, null, null",
        "\"decimal(10,2)\", 3, 10, 2, DECIMAL, 10, 2, null",
        "text, -1, 65535, 0, TEXT, 65535, null, 65535",
        "\"enum('x','yy')\", 1, 2, 0, ENUM, 2, null, 8",
        "time, 92, 10, 0, TIME, 8, null, null",
        "time(3), 92, 14, 0, TIME, 12, null, null",
        "json, -1, 5, 0, JSON, 1073741824, null, null",
        "tinyint(1), -7, 1, 0, ANY, 1, null, null",
      })
  void of_onMySql_isWhatConnectorJTells(
      String definition,
      int type,
      int precision,
      int scale,
      String name,
      String size,
      @Nullable String digits,
      @Nullable String octets)
      throws SQLException {
    assertThat(facts(false, definition, type, precision, scale))
        .containsEntry("TYPE_NAME", name)
        .containsEntry("COLUMN_SIZE", size)
        .containsEntry("DECIMAL_DIGITS", digits)
        .containsEntry("CHAR_OCTET_LENGTH", octets);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      quoteCharacter = '"',
      value = {
        "false, varchar(9) default 'it''s', it's",
        "true, varchar(9) default 'ab', 'ab'",
        "false, \"decimal(8,2) default 0\", 0.00",
        "false, int default -1, -1",
        "false, int, null",
        "true, int, NULL",
        "true, int not null default 2, 2",
      })
  void of_default_isWhatTheDriverTells(
      boolean mariaDb, String definition, @Nullable String expected) throws SQLException {
    assertThat(facts(mariaDb, definition, Types.DECIMAL, 8, 2))
        .containsEntry("COLUMN_DEF", expected);
  }

  @ParameterizedTest
  @CsvSource({"text, 12, -1", "blob, -3, -4", "binary(3), -3, -2", "bit(1), 16, -7"})
  void of_onMariaDb_hasTheColumnsType(String definition, int ofValues, String ofColumn)
      throws SQLException {
    assertThat(facts(true, definition, ofValues, 3, 0)).containsEntry("DATA_TYPE", ofColumn);
  }
}
