package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;

/** One result of an execution, as text throughout, so that results compare and print. */
sealed interface Result {

  /** It in the form in which it is compared: without what is known to differ. */
  default Result comparable(Engine engine) {
    return this;
  }

  /** A column of a result set: everything that an application may look at. */
  record Column(
      String label,
      String name,
      int type,
      String typeName,
      String className,
      int precision,
      int scale,
      int displaySize) {
    @Override
    public String toString() {
      return "%s[%s %s(%d,%d) %d %s %d]"
          .formatted(label, name, typeName, precision, scale, type, className, displaySize);
    }
  }

  /**
   * A value.
   *
   * @param object what {@code getObject} gave, and its class
   * @param string what {@code getString} gave
   */
  record Cell(String object, String string) {
    @Override
    public String toString() {
      return object.startsWith(string) ? object : object + "=" + string;
    }
  }

  /** Rows, in the order that they came in, or sorted where the statement has asked for none. */
  record Rows(List<Column> columns, List<List<Cell>> rows) implements Result {
    @Override
    public Rows comparable(Engine engine) {
      return new Rows(Result.comparable(columns, engine), rows);
    }
  }

  record Count(long count) implements Result {}

  record Counts(List<Long> counts) implements Result {}

  record Keys(Rows rows) implements Result {
    @Override
    public Keys comparable(Engine engine) {
      return new Keys(rows.comparable(engine));
    }
  }

  /** What a prepared statement says of itself before it is executed. */
  record Description(List<Column> columns, List<String> parameters) implements Result {
    @Override
    public Description comparable(Engine engine) {
      return new Description(Result.comparable(columns, engine), parameters);
    }
  }

  record Observed(List<String> observations) implements Result {}

  /**
   * An error.
   *
   * @param code the engine's own; 0 where it has none
   * @param counts what a batch had done before it
   */
  record Failed(String sqlState, int code, List<Integer> counts) implements Result {}

  private static List<Column> comparable(List<Column> columns, Engine engine) {
    return columns.stream().map(column -> KnownMetadata.comparable(column, engine)).toList();
  }
}
