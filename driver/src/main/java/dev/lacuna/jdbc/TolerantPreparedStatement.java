package dev.lacuna.jdbc;

import dev.lacuna.rewrite.ParameterMap;
import dev.lacuna.rewrite.Translation;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement whose text may be another each time it runs. What the application binds is
 * kept, so that it can be bound to another of the driver's statements.
 *
 * <p>A value that is given as a stream is read when it is bound: the driver may need it twice.
 */
public abstract class TolerantPreparedStatement extends BindingStatement {

  private static final WrapperFactory<PreparedText, PreparedStatement, TolerantPreparedStatement>
      STATEMENTS = new WrapperFactory<>(TolerantPreparedStatement.class);

  private final PreparedText text;
  private final Bindings bindings = new Bindings();
  private final List<Bindings> batch = new ArrayList<>();
  private boolean batchWasSent;

  /** Whether the driver's statement may be of no more use: see {@link #become}. */
  private boolean batchFailed;

  private Translation translation;

  /** What {@link #cancel} is for: it comes from another thread. */
  private volatile PreparedStatement cancellable;

  private boolean escapeProcessing = true;

  protected TolerantPreparedStatement(PreparedText text, PreparedStatement prepared) {
    super(text.origin(), prepared);
    this.text = text;
    this.translation = text.first();
    this.cancellable = prepared;
  }

  static TolerantPreparedStatement prepare(PreparedText text) throws SQLException {
    return STATEMENTS.wrap(text, text.prepare(text.first()), text.origin().makers().tolerant());
  }

  /** What the driver's statement was prepared from. */
  final PreparedText text() {
    return text;
  }

  @Override
  protected final int marker(int index) {
    return translation.parameters().onlyMarker(index);
  }

  @Override
  protected final void keep(Binder binder, int index, @Nullable Object[] arguments) {
    bindings.keep(index, binder, arguments);
  }

  @Override
  protected final void bind(Binder binder, int index, @Nullable Object[] arguments)
      throws SQLException {
    bindings.bind(prepared, translation.parameters(), index, binder, arguments);
  }

  @Override
  public void clearParameters() throws SQLException {
    prepared.clearParameters();
    bindings.clear();
  }

  @Override
  public void addBatch() throws SQLException {
    if (batch.isEmpty() && LockedRun.isForBatch(translation)) {
      // It will run under the lock: better to bind all of it to the text for that at once.
      become(text.underLock(translation));
    }
    prepared.addBatch();
    batch.add(bindings.copy());
  }

  @Override
  public void clearBatch() throws SQLException {
    super.clearBatch();
    batch.clear();
  }

  @Override
  public void cancel() throws SQLException {
    cancellable.cancel();
  }

  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    prepared.setEscapeProcessing(enable);
    escapeProcessing = enable;
  }

  @Override
  protected final <R> R run(StatementCall<PreparedStatement, R> call) throws SQLException {
    return text.session().runner().run(new PreparedAttempt<>(this, call, false));
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return runsRows() ? runRows(BatchCall.EXECUTE) : runBatch(BatchCall.EXECUTE);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return runsRows() ? runRows(BatchCall.EXECUTE_LARGE) : runBatch(BatchCall.EXECUTE_LARGE);
  }

  private boolean runsRows() throws SQLException {
    return !batch.isEmpty() && text.session().runner().runsRows(text.translate());
  }

  private <R> R runRows(BatchCall<R> call) throws SQLException {
    try {
      RowBatch rows = new PreparedRowBatch(this, batch.size(), call);
      return call.narrow(text.session().runner().runRows(rows));
    } finally {
      forgetBatch();
    }
  }

  /** Runs some entries of the batch. */
  final <R> long[] runRows(Translation next, List<Integer> entries, BatchCall<R> call)
      throws SQLException {
    become(next);
    if (entries.size() < batch.size()) {
      prepared.clearBatch();
      bindAll(prepared, next.parameters(), entries.stream().map(batch::get).toList());
    }
    return call.widen(send(prepared, call));
  }

  private <R> R runBatch(BatchCall<R> call) throws SQLException {
    try {
      return text.session()
          .runner()
          .run(new PreparedAttempt<>(this, statement -> send(statement, call), true));
    } finally {
      forgetBatch();
    }
  }

  private <R> R send(PreparedStatement statement, BatchCall<R> call) throws SQLException {
    batchWasSent = true;
    batchFailed = true;
    R counts = call.on(statement);
    batchFailed = false;
    return counts;
  }

  private void forgetBatch() {
    batch.clear();
    batchWasSent = false;
  }

  /**
   * Goes on with the driver's statement for a translation; all that was set is set there too.
   *
   * <p>After a batch that failed it is another one, though the text is the same. Where the batch
   * was the statement's first, mariadb-java-client lets the server close what it has prepared, and
   * runs that again all the same (3.5.11, {@code cachePrepStmts=false}: error 1243).
   */
  final void become(Translation next) throws SQLException {
    if (batchFailed || !next.sql().equals(translation.sql())) {
      PreparedStatement other = text.prepare(next);
      StatementSettings.copy(prepared, other);
      other.setEscapeProcessing(escapeProcessing);
      bindAll(other, next.parameters(), batch);
      PreparedStatement before = prepared;
      redirect(other);
      cancellable = other;
      before.close();
    } else if (batchWasSent) {
      // The driver forgets a batch that it has sent, also where it failed.
      prepared.clearBatch();
      bindAll(prepared, next.parameters(), batch);
    }
    batchWasSent = false;
    batchFailed = false;
    translation = next;
    shows(next.star());
  }

  private void bindAll(PreparedStatement other, ParameterMap parameters, List<Bindings> rows)
      throws SQLException {
    for (Bindings row : rows) {
      row.applyTo(other, parameters);
      other.addBatch();
    }
    bindings.applyTo(other, parameters);
  }

  /** Becomes what fits the tables now. */
  private void catchUp() throws SQLException {
    try (StatementDatabase.Stay stay = text.session().runner().enterDatabaseOf(prepared)) {
      become(text.translate());
    }
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    catchUp();
    ResultSetMetaData actual = prepared.getMetaData();
    return actual == null ? null : text.session().metaData(actual, translation.star());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    catchUp();
    ParameterMetaData actual = prepared.getParameterMetaData();
    return translation.parameters().isIdentity()
        ? actual
        : new MappedParameterMetaData(actual, translation.parameters());
  }
}
