package dev.lacuna.asif;

import dev.lacuna.asif.Call.Batch;
import dev.lacuna.asif.Call.Binder;
import dev.lacuna.asif.Call.Keys;
import dev.lacuna.asif.Call.Scripted;
import dev.lacuna.asif.Call.Sql;
import dev.lacuna.asif.Call.TextBatch;
import dev.lacuna.asif.Call.WithKeys;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes a call on one twin, and tells its results. */
final class Caller {

  private final Connection connection;
  private final Engine engine;
  private final Mode mode;
  private final boolean shapeOnly;
  private final int mostRows;

  Caller(Connection connection, Engine engine, Mode mode, boolean shapeOnly) {
    this(connection, engine, mode, shapeOnly, 0);
  }

  /**
   * @param mostRows how many rows of a result are read; 0 for all
   */
  Caller(Connection connection, Engine engine, Mode mode, boolean shapeOnly, int mostRows) {
    this.connection = connection;
    this.engine = engine;
    this.mode = mode;
    this.shapeOnly = shapeOnly;
    this.mostRows = mostRows;
  }

  List<Result> make(Call call) throws SQLException {
    if (call instanceof Sql sql) {
      return mode.isText() && sql.binder() == null ? statement(sql.sql()) : prepared(sql);
    }
    if (call instanceof WithKeys withKeys) {
      return keys(withKeys);
    }
    if (call instanceof Batch batch) {
      return batch(batch);
    }
    if (call instanceof TextBatch batch) {
      return textBatch(batch);
    }
    List<?> observed = ((Scripted) call).script().on(connection);
    return List.of(new Result.Observed(observed.stream().map(Reading::text).toList()));
  }

  private List<Result> statement(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      prepareForRows(statement);
      return results(statement, statement.execute(sql), TopLevel.isOrdered(sql));
    }
  }

  private List<Result> prepared(Sql sql) throws SQLException {
    List<Result> results = preparedOnce(sql);
    if (mode == Mode.SERVER_CACHED) {
      connection.rollback();
      results.addAll(preparedOnce(sql));
    }
    return results;
  }

  private List<Result> preparedOnce(Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
      if (mode == Mode.DESCRIBED) {
        return List.of(Reading.description(statement));
      }
      prepareForRows(statement);
      bind(statement, sql.binder());
      boolean ordered = TopLevel.isOrdered(sql.sql());
      List<Result> results = results(statement, statement.execute(), ordered);
      if (mode == Mode.SERVER_PREPARED) {
        connection.rollback();
        bind(statement, sql.binder());
        results.addAll(results(statement, statement.execute(), ordered));
      }
      return results;
    }
  }

  private void prepareForRows(Statement statement) throws SQLException {
    statement.setFetchSize(mode.fetchSize(engine));
    if (mostRows > 0) {
      statement.setMaxRows(mostRows);
    }
  }

  private List<Result> keys(WithKeys call) throws SQLException {
    if (mode.isText() && call.binder() == null) {
      try (Statement statement = connection.createStatement()) {
        int count = executeForKeys(statement, call);
        return List.of(new Result.Count(count), keys(statement));
      }
    }
    try (PreparedStatement statement = prepareForKeys(call)) {
      bind(statement, call.binder());
      int count = statement.executeUpdate();
      return List.of(new Result.Count(count), keys(statement));
    }
  }

  private static int executeForKeys(Statement statement, WithKeys call) throws SQLException {
    if (call.keys() instanceof Keys.Names names) {
      return statement.executeUpdate(call.sql(), names.names().toArray(String[]::new));
    }
    if (call.keys() instanceof Keys.Indexes indexes) {
      return statement.executeUpdate(call.sql(), ints(indexes));
    }
    return statement.executeUpdate(call.sql(), Statement.RETURN_GENERATED_KEYS);
  }

  private PreparedStatement prepareForKeys(WithKeys call) throws SQLException {
    if (call.keys() instanceof Keys.Names names) {
      return connection.prepareStatement(call.sql(), names.names().toArray(String[]::new));
    }
    if (call.keys() instanceof Keys.Indexes indexes) {
      return connection.prepareStatement(call.sql(), ints(indexes));
    }
    return connection.prepareStatement(call.sql(), Statement.RETURN_GENERATED_KEYS);
  }

  private List<Result> batch(Batch call) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(call.sql())) {
      for (Binder row : call.rows()) {
        row.bind(statement);
        statement.addBatch();
      }
      return List.of(counts(statement));
    }
  }

  private List<Result> textBatch(TextBatch call) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : call.statements()) {
        statement.addBatch(sql);
      }
      return List.of(counts(statement));
    }
  }

  /** Of rewritten inserts a driver need not tell the single counts; through Lacuna it may. */
  private Result counts(Statement statement) throws SQLException {
    LongStream counts = LongStream.of(statement.executeLargeBatch());
    LongStream comparable =
        mode == Mode.REWRITTEN
            ? counts.map(count -> count >= 0 ? Statement.SUCCESS_NO_INFO : count)
            : counts;
    return new Result.Counts(comparable.boxed().toList());
  }

  private static Result keys(Statement statement) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      return new Result.Keys(Reading.rows(keys, true, false));
    }
  }

  private List<Result> results(Statement statement, boolean first, boolean ordered)
      throws SQLException {
    List<Result> results = new ArrayList<>();
    boolean rows = first;
    while (true) {
      if (rows) {
        try (ResultSet resultSet = statement.getResultSet()) {
          results.add(Reading.rows(resultSet, ordered, shapeOnly));
        }
      } else {
        long count = statement.getLargeUpdateCount();
        if (count == -1) {
          return results;
        }
        results.add(new Result.Count(count));
      }
      rows = statement.getMoreResults();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Binder binder)
      throws SQLException {
    if (binder != null) {
      binder.bind(statement);
    }
  }

  private static int[] ints(Keys.Indexes indexes) {
    return Arrays.stream(indexes.indexes().toArray(Integer[]::new))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
