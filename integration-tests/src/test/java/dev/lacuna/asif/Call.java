package dev.lacuna.asif;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is done on both twins. */
sealed interface Call {

  /** Sets the parameters of a statement. */
  interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Looks at whatever it likes; its observations are compared. */
  interface Script {
    List<?> on(Connection connection) throws SQLException;
  }

  /** How generated keys are asked for. */
  sealed interface Keys {
    record Flag() implements Keys {
      @Override
      public String toString() {
        return "by flag";
      }
    }

    record Names(List<String> names) implements Keys {
      @Override
      public String toString() {
        return "by name " + names;
      }
    }

    record Indexes(List<Integer> indexes) implements Keys {
      @Override
      public String toString() {
        return "by index " + indexes;
      }
    }
  }

  /** How a failure, and the table in the docs, name it. */
  String title();

  /** Whether it surely changes nothing: then no table has to be compared. */
  default boolean onlyReads() {
    return false;
  }

  /** A statement. */
  record Sql(String sql, @Nullable Binder binder) implements Call {

    @Override
    public boolean onlyReads() {
      return sql.startsWith("SELECT ") && !sql.contains(";") && !sql.contains("nextval");
    }

    @Override
    public String title() {
      return sql;
    }
  }

  /** A statement that asks for generated keys. */
  record WithKeys(String sql, Keys keys, @Nullable Binder binder) implements Call {
    @Override
    public String title() {
      return sql + " [keys " + keys + "]";
    }
  }

  /** A prepared statement in a batch. */
  record Batch(String sql, List<Binder> rows) implements Call {
    @Override
    public String title() {
      return sql + " [batch of " + rows.size() + "]";
    }
  }

  /** Statements in a batch. */
  record TextBatch(List<String> statements) implements Call {
    @Override
    public String title() {
      return String.join("; ", statements) + " [batch]";
    }
  }

  /** Anything else that JDBC can do. */
  record Scripted(String title, Script script) implements Call {}
}
