package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's {@link DatabaseMetaData#getColumns} would say of a missing column, by what it
 * says of a result that has it.
 */
abstract class ColumnFacts {

  private static final Set<Integer> IN_CHARACTERS =
      Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR);

  /** The facts as an engine's driver has them. */
  static ColumnFacts of(Engine engine, Connection connection) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresColumnFacts(connection);
      case MYSQL -> new MySqlColumnFacts(false);
      case MARIADB -> new MySqlColumnFacts(true);
    };
  }

  /**
   * The values of a row, as texts, by the labels of the columns that JDBC names.
   *
   * @param result of a query for the column
   * @param at its index there
   */
  Map<String, @Nullable String> of(DeclaredColumn column, ResultSetMetaData result, int at)
      throws SQLException {
    Map<String, @Nullable String> facts = new HashMap<>();
    int type = result.getColumnType(at);
    String size = String.valueOf(result.getPrecision(at));
    facts.put("COLUMN_NAME", column.column());
    facts.put("DATA_TYPE", String.valueOf(type));
    facts.put("TYPE_NAME", result.getColumnTypeName(at));
    facts.put("COLUMN_SIZE", size);
    facts.put("DECIMAL_DIGITS", String.valueOf(result.getScale(at)));
    facts.put("NUM_PREC_RADIX", "10");
    facts.put("COLUMN_DEF", column.defaultExpression());
    facts.put("CHAR_OCTET_LENGTH", IN_CHARACTERS.contains(type) ? size : null);
    facts.put("IS_AUTOINCREMENT", "NO");
    facts.put("IS_GENERATEDCOLUMN", "NO");
    nullable(facts, !column.notNull());
    return facts;
  }

  static void nullable(Map<String, @Nullable String> facts, boolean nullable) {
    int code = nullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls;
    facts.put("NULLABLE", String.valueOf(code));
    facts.put("IS_NULLABLE", nullable ? "YES" : "NO");
  }
}
