package dev.lacuna.jdbc;

import dev.lacuna.config.Metadata;
import dev.lacuna.config.Options;
import dev.lacuna.config.Writes;
import dev.lacuna.engine.Engine;
import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.NoAnswerException;
import dev.lacuna.rewrite.StarShape;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.rewrite.Translator;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that statements are answered as if the declared columns were there, whatever comes and
 * goes meanwhile. A text that has nothing to do with the declarations passes through; any other is
 * translated for the tables as this connection knows them, and given to the {@link Runner}.
 */
public final class TolerantSession implements Session {

  private final Engine engine;
  private final Connection connection;
  private final DeclaredColumns declared;
  private final Translator translator;
  private final Function<Connection, TableKnowledge> knowing;
  private final TableKnowledge knowledge;
  private final Options options;
  private final Tally tally;
  private final Runner runner;
  private final Completions completions;
  private final DeclaredMetaData metaData;
  private final SqlMode sqlMode;
  private final RecentTranslations recentTranslations = new RecentTranslations();

  /**
   * For one connection.
   *
   * @param engine the one that the connection leads to
   * @param connection the driver's
   * @param translator shared by the connections with the same declarations
   * @param knowing makes what a connection of the driver's knows of its tables
   * @param tally shared by the connections with the same URL and options
   */
  public TolerantSession(
      Engine engine,
      Connection connection,
      DeclaredColumns declared,
      Translator translator,
      Function<Connection, TableKnowledge> knowing,
      Options options,
      Tally tally) {
    this.engine = engine;
    this.connection = connection;
    this.declared = declared;
    this.translator = translator;
    this.knowing = knowing;
    this.knowledge = knowing.apply(connection);
    this.options = options;
    this.tally = tally;
    this.sqlMode = new SqlMode(engine, connection);
    this.runner = new Runner(engine, connection, knowledge, declared, tally);
    Companions companions = new Companions(connection, translator);
    this.completions = new Completions(companions);
    this.metaData =
        new DeclaredMetaData(engine, connection, declared, knowledge, translator, companions);
  }

  @Override
  public Session another(Connection other) {
    return new TolerantSession(engine, other, declared, translator, knowing, options, tally);
  }

  @Override
  public Statistics statistics() {
    return tally.statistics();
  }

  @Override
  public void transactionEnded() {
    knowledge.transactionEnded();
  }

  /**
   * Whether the server runs a text with derived tables in sub-selects but once for each time it
   * prepares.
   */
  boolean runsPreparedOnce() {
    return engine == Engine.MARIADB;
  }

  Runner runner() {
    return runner;
  }

  /**
   * What a text is to the declarations; refuses one that cannot be analysed where strict.
   *
   * @param sql what the application gave; if it is null, it is the driver that refuses it
   */
  Analysis analyse(@Nullable String sql) throws SQLException {
    if (sql == null) {
      return Analysis.Untouched.INSTANCE;
    }
    Analysis analysis =
        translator.mayMatter(sql)
            ? translator.analyse(sql, sqlMode.dialectOf(sql))
            : Analysis.Untouched.INSTANCE;
    if (analysis instanceof Analysis.Unsupported unsupported) {
      reportUnsupported(sql, unsupported.reason());
    }
    return analysis;
  }

  private void reportUnsupported(String sql, String reason) throws SQLException {
    if (options.strict()) {
      throw new SQLFeatureNotSupportedException(
          "The statement names a declared column and cannot be analysed: "
              + reason
              + ". Rephrase it, or set lacuna.strict=false to send it unchanged.",
          NoAnswerException.REFUSED);
    }
    tally.unsupported(sql, reason);
  }

  /** Translates a text; one that turns out to be unfit is sent unchanged, or refused. */
  Translation translate(Analysis.Relevant text, GeneratedKeys keys) throws SQLException {
    try {
      Translation translation = translated(text, keys);
      if (isRejected(translation)) {
        throw new SQLFeatureNotSupportedException(
            "The statement writes to a declared column that the table lacks, and lacuna.writes is"
                + " reject. Add the column, leave it out of the statement, or set"
                + " lacuna.writes=discard.",
            NoAnswerException.REFUSED);
      }
      return translation;
    } catch (NoAnswerException e) {
      throw new SQLFeatureNotSupportedException(
          "The statement has no answer as if the missing column were there: " + advice(e),
          e.sqlState(),
          e);
    } catch (UnsupportedSqlException e) {
      reportUnsupported(text.sql(), String.valueOf(e.getMessage()));
      return Translation.unchanged(text.sql(), null);
    }
  }

  /**
   * The translation for a run under the lock, behind the proof of the guards of another one: that
   * other one where it does not rely on the same.
   */
  Translation translateUnderLock(Analysis.Relevant text, GeneratedKeys keys, Translation proven)
      throws SQLException {
    try {
      Translation bare = translator.translateUnderLock(text, keys, knowledge);
      return bare.guards().equals(proven.guards()) ? bare : proven;
    } catch (NoAnswerException | UnsupportedSqlException e) {
      return proven; // the tables are others by now, and it says so when it runs
    }
  }

  private Translation translated(Analysis.Relevant text, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    long version = knowledge.version();
    Translation recent = recentTranslations.of(text, keys, version);
    if (recent != null) {
      return recent;
    }
    Translation translation = translatedAnew(text, keys);
    if (!isRejected(translation) && version == knowledge.version()) {
      recentTranslations.add(text, keys, version, translation);
    }
    return translation;
  }

  /** Translates a text; what is known is asked anew before anything is refused for it. */
  private Translation translatedAnew(Analysis.Relevant text, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    try {
      Translation translation = translator.translate(text, keys, knowledge);
      if (!isRejected(translation)) {
        return translation;
      }
    } catch (NoAnswerException e) {
      if (engine != Engine.POSTGRESQL) {
        throw e; // a result that is being read may forbid questions
      }
    }
    if (engine == Engine.POSTGRESQL) {
      knowledge.forgetAll();
    }
    return translator.translate(text, keys, knowledge);
  }

  private boolean isRejected(Translation translation) {
    return translation.vanishes() && options.writes() == Writes.REJECT;
  }

  /** What is wrong with a missing column there and all the same without is to be mended itself. */
  private static String advice(NoAnswerException e) {
    return e.getMessage() + (e.isMistake() ? "." : ". Add the column, or rephrase the statement.");
  }

  /** Preparing a text refuses nothing, as with the driver itself: running it will. */
  private Translation firstTranslation(Analysis.Relevant text, GeneratedKeys keys)
      throws SQLException {
    try {
      return translate(text, keys);
    } catch (SQLFeatureNotSupportedException e) {
      return Translation.unchanged(text.sql(), null);
    }
  }

  @Override
  public ResultSet columns(
      LacunaConnection origin, DatabaseMetaData actual, ColumnPatterns patterns)
      throws SQLException {
    return options.metadata() == Metadata.DECLARED
        ? metaData.columns(origin, actual, patterns)
        : patterns.of(actual);
  }

  @Override
  public void schemaChanged() {
    knowledge.schemaChanged();
    sqlMode.changed();
  }

  @Override
  public void tablesChanged() {
    knowledge.tablesChanged();
    sqlMode.changed();
  }

  private void changed(Analysis.SchemaChange change) {
    if (change.tables()) {
      tablesChanged();
    } else {
      schemaChanged();
    }
  }

  @Override
  public LacunaResultSet resultSet(LacunaWrapper origin, ResultSet raw, @Nullable StarShape shape)
      throws SQLException {
    if (shape == null) {
      return LacunaResultSet.wrap(origin, raw);
    }
    StarColumns columns = completions.columns(shape, raw.getMetaData());
    return columns.isComplete()
        ? LacunaResultSet.wrap(origin, raw)
        : StarResultSet.wrap(
            new StarResultSet.Source(origin, columns, completions.companion(shape, columns)), raw);
  }

  /** Asks for what a result will lack, as some connections run nothing while a result is read. */
  void foresee(Translation translation) throws SQLException {
    completions.foresee(translation);
  }

  /** Completes what is said of a result's columns. */
  ResultSetMetaData metaData(ResultSetMetaData actual, @Nullable StarShape shape)
      throws SQLException {
    if (shape == null) {
      return actual;
    }
    StarColumns columns = completions.columns(shape, actual);
    return columns.isComplete() ? actual : describe(shape, columns, actual);
  }

  private ResultSetMetaData describe(StarShape shape, StarColumns columns, ResultSetMetaData actual)
      throws SQLException {
    Companions.Companion companion = completions.companion(shape, columns);
    try {
      return new StarMetaData(columns, actual, companion.row().getMetaData());
    } finally {
      companion.release();
    }
  }

  @Override
  public <R> R execute(
      LacunaStatement statement, String sql, GeneratedKeys keys, Execution<R> execution)
      throws SQLException {
    statement.shows(null);
    Analysis analysis = analyse(sql);
    if (analysis instanceof Analysis.Relevant text && text.matters(keys)) {
      return runner.run(new TextAttempt<>(this, statement, text, keys, execution));
    }
    try {
      return execution.run(statement.delegate(), sql);
    } finally {
      if (analysis instanceof Analysis.SchemaChange change) {
        changed(change);
      } else if (knowledge.awaitsEndOfTransaction() && TransactionEnd.mayBeIn(sql)) {
        transactionEnded();
      }
    }
  }

  @Override
  public void addBatch(LacunaStatement statement, String sql) throws SQLException {
    Analysis analysis = analyse(sql);
    boolean before = statement.batch().isPlain();
    statement.batch().add(sql, analysis);
    if (statement.batch().isPlain()) {
      statement.delegate().addBatch(sql);
    } else if (before) {
      statement.delegate().clearBatch();
    }
  }

  @Override
  public <R> R executeBatch(LacunaStatement statement, BatchCall<R> call) throws SQLException {
    TextBatch batch = statement.takeBatch();
    try {
      return batch.isPlain() ? call.on(statement.delegate()) : runBatch(statement, batch, call);
    } finally {
      if (batch.changesSchema()) {
        schemaChanged();
      }
    }
  }

  private <R> R runBatch(LacunaStatement statement, TextBatch batch, BatchCall<R> call)
      throws SQLException {
    BatchAttempt<R> whole = new BatchAttempt<>(this, statement, batch, call);
    int size = batch.entries().size();
    return runner.runsRows(whole.translate())
        ? call.narrow(runner.runRows(new TextRowBatch(whole, statement, size, call)))
        : runner.run(whole);
  }

  @Override
  public PreparedStatement prepare(
      LacunaConnection origin,
      String sql,
      GeneratedKeys keys,
      Preparation<PreparedStatement> preparation)
      throws SQLException {
    Analysis analysis = analyse(sql);
    if (analysis instanceof Analysis.Relevant text && text.matters(keys)) {
      Translation first = firstTranslation(text, keys);
      return TolerantPreparedStatement.prepare(
          new PreparedText(origin, this, text, keys, preparation, first, knowledge.lastVersion()));
    }
    PreparedStatement prepared = preparation.prepare(connection, sql);
    return analysis instanceof Analysis.SchemaChange
        ? SchemaChangingStatement.wrap(origin, prepared)
        : LacunaPreparedStatement.wrap(origin, prepared);
  }

  /**
   * Warns of declared columns whose table does not exist. Where the server does not let it look,
   * before an expired password is changed say, the application has its connection all the same.
   */
  public void warnOfAbsentTables(List<List<String>> tables) {
    try {
      for (List<String> path : tables) {
        if (!knowledge.of(path).exists()) {
          tally.absentTable(String.join(".", path));
        }
      }
    } catch (SQLException refusal) {
      tally.tablesNotSeen(refusal);
    }
  }
}
