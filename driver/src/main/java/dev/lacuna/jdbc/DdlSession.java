package dev.lacuna.jdbc;

import dev.lacuna.config.DdlMode;
import dev.lacuna.config.DdlOptions;
import dev.lacuna.ddl.Gate;
import dev.lacuna.ddl.History;
import dev.lacuna.ddl.HistoryTable;
import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.change.DdlWords;
import dev.lacuna.engine.Engine;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.StarShape;
import dev.lacuna.schema.TableChanges;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has DDL judged on its way to another session. Of any other text it looks at the first word, and
 * at those behind semicolons.
 */
public final class DdlSession implements Session {

  private final Session inner;
  private final Engine engine;
  private final Connection connection;
  private final Gate.Opener opener;
  private final DdlOptions options;
  private final @Nullable HistoryTable history;
  private @Nullable Gate gate;

  /** Whether tables were changed in a transaction, or before one. */
  private boolean changed;

  private DdlSession(
      Session inner,
      Engine engine,
      Connection connection,
      Gate.Opener opener,
      DdlOptions options,
      @Nullable HistoryTable history) {
    this.history = history;
    this.inner = inner;
    this.engine = engine;
    this.connection = connection;
    this.opener = opener;
    this.options = options;
  }

  /**
   * Around the session of a connection; that one itself where DDL is not to be looked at.
   *
   * @param opener where another connection is needed
   * @param history null where DDL is not recorded
   */
  public static Session around(
      Session inner,
      Engine engine,
      Connection connection,
      Gate.Opener opener,
      DdlOptions options,
      @Nullable HistoryTable history) {
    if (options.mode() == DdlMode.OFF && history == null) {
      return inner;
    }
    return new DdlSession(inner, engine, connection, opener, options, history);
  }

  @Override
  public Session another(Connection other) {
    return around(inner.another(other), engine, other, opener, options, history);
  }

  /** Made when the first DDL comes: most connections never see any. */
  private Gate gate() {
    Gate current = gate;
    if (current == null) {
      OpenTransaction open = OpenTransaction.of(engine, connection);
      current =
          new Gate(
              engine,
              connection,
              opener,
              options,
              () -> !connection.getAutoCommit() || open.goesOn(),
              history == null ? null : new History(history, connection, open::goesOn));
      gate = current;
    }
    return current;
  }

  /** The driver refuses what is null. */
  private List<Ddl> ddlIn(@Nullable String sql) {
    return sql != null && DdlWords.mayBeIn(sql) ? DdlScript.read(sql, engine.dialect()) : List.of();
  }

  /** Whether a text is one statement, so that running it again repeats nothing else. */
  private static boolean isAlone(List<Ddl> ddl, String sql) {
    if (ddl.size() != 1) {
      return false;
    }
    Ddl only = ddl.get(0);
    String behind = sql.substring(only.start() + only.sql().length());
    return sql.lastIndexOf(';', only.start()) < 0 && behind.matches("\\s*;?\\s*");
  }

  @Override
  public <R> R execute(
      LacunaStatement statement, String sql, GeneratedKeys keys, Execution<R> execution)
      throws SQLException {
    List<Ddl> ddl = ddlIn(sql);
    if (ddl.isEmpty()) {
      return changed && TransactionEnd.mayBeIn(sql)
          ? ending(() -> inner.execute(statement, sql, keys, execution))
          : inner.execute(statement, sql, keys, execution);
    }
    try {
      return gate()
          .pass(
              new Gate.Text(sql, ddl, isAlone(ddl, sql)),
              text -> inner.execute(statement, text, keys, execution));
    } finally {
      changed(ddl);
    }
  }

  private <R> R ending(Callable<R> statement) throws SQLException {
    try {
      return statement.call();
    } finally {
      transactionEnded();
    }
  }

  /** One of the ways to run a statement. */
  @FunctionalInterface
  private interface Callable<R> {
    R call() throws SQLException;
  }

  /** Temporary tables are nobody else's, and new views and functions matter to none. */
  private void changed(List<Ddl> ddl) {
    boolean own =
        ddl.stream()
            .flatMap(statement -> statement.changes().stream())
            .allMatch(
                change ->
                    change instanceof Change.Unrelated
                        || (change instanceof Change.CreateTable table && table.temporary()));
    if (!own) {
      tablesChanged();
    }
  }

  @Override
  public PreparedStatement prepare(
      LacunaConnection connection,
      String sql,
      GeneratedKeys keys,
      Preparation<PreparedStatement> preparation)
      throws SQLException {
    List<Ddl> ddl = ddlIn(sql);
    PreparedStatement prepared = inner.prepare(connection, sql, keys, preparation);
    // CREATE TABLE … AS that reads a missing column is translated, and locks no table.
    if (ddl.isEmpty()
        || !(prepared instanceof LacunaPreparedStatement plain)
        || isAdaptive(plain)) {
      return prepared;
    }
    return DdlStatement.wrap(
        new DdlStatement.Source(
            connection, gate(), new Gate.Text(sql, ddl, isAlone(ddl, sql)), preparation),
        plain.delegate());
  }

  private static boolean isAdaptive(LacunaPreparedStatement statement) {
    return statement instanceof TolerantPreparedStatement;
  }

  @Override
  public CallableStatement prepareCall(
      LacunaConnection connection, String sql, Preparation<CallableStatement> preparation)
      throws SQLException {
    return inner.prepareCall(connection, sql, preparation);
  }

  @Override
  public void addBatch(LacunaStatement statement, String sql) throws SQLException {
    inner.addBatch(statement, sql);
    List<Ddl> ddl = ddlIn(sql);
    if (!ddl.isEmpty()) {
      statement.batch().addDdl(ddl);
    }
  }

  @Override
  public <R> R executeBatch(LacunaStatement statement, BatchCall<R> call) throws SQLException {
    List<Ddl> ddl = statement.batchedDdl();
    if (ddl.isEmpty()) {
      return inner.executeBatch(statement, call);
    }
    try {
      return gate()
          .pass(new Gate.Text(null, ddl, false), any -> inner.executeBatch(statement, call));
    } finally {
      changed(ddl);
      statement.takeBatch();
    }
  }

  @Override
  public LacunaResultSet resultSet(
      LacunaWrapper statement, ResultSet raw, @Nullable StarShape shape) throws SQLException {
    return inner.resultSet(statement, raw, shape);
  }

  @Override
  public ResultSet columns(
      LacunaConnection connection, DatabaseMetaData metaData, ColumnPatterns patterns)
      throws SQLException {
    return inner.columns(connection, metaData, patterns);
  }

  @Override
  public void schemaChanged() {
    inner.schemaChanged();
  }

  @Override
  public void tablesChanged() {
    inner.tablesChanged();
    TableChanges.happened();
    changed = true;
  }

  @Override
  public void transactionEnded() {
    if (gate != null) {
      gate.transactionEnded();
    }
    inner.transactionEnded();
    if (changed) {
      changed = false;
      TableChanges.happened();
    }
  }

  @Override
  public Statistics statistics() {
    return inner.statistics();
  }
}
