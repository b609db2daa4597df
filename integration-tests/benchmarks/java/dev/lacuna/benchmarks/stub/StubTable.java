package dev.lacuna.benchmarks.stub;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalog's answer to what a table has: the columns of {@link StubRows}, of type text. */
public abstract class StubTable implements ResultSet {

  private static final Function<StubStatement, StubTable> MAKE =
      Concrete.of(StubTable.class, StubStatement.class);

  private final StubStatement statement;
  private int row;

  StubTable(StubStatement statement) {
    this.statement = statement;
  }

  static boolean isAsked(String sql) {
    return sql.startsWith("SELECT n.nspname");
  }

  static ResultSet answer(StubStatement statement) {
    return MAKE.apply(statement);
  }

  @Override
  public boolean next() {
    return row++ < StubRows.COLUMNS.length;
  }

  @Override
  public Statement getStatement() {
    return statement;
  }

  @Override
  public @Nullable String getString(String label) {
    return switch (label) {
      case "nspname" -> "public";
      case "attname" -> StubRows.COLUMNS[row - 1];
      default -> "text";
    };
  }

  @Override
  public boolean getBoolean(String label) {
    return !label.equals("in_key") || row == 1;
  }

  @Override
  public int getInt(String label) {
    return StubRows.COLUMNS.length;
  }

  @Override
  public void close() {}
}
