package dev.lacuna.ddl;

import dev.lacuna.config.DdlMode;
import dev.lacuna.config.DdlOptions;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What DDL of one connection passes through: it is judged, logged, refused or guarded.
 *
 * <p>Belongs to one connection and is as thread-safe as that.
 */
public final class Gate {

  /** The SQLState of a refusal: class 42, as 0A000 makes pools throw the connection away. */
  public static final String REFUSED = "42000";

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  /** Another session has added the column meanwhile: PostgreSQL's, MySQL's and MariaDB's state. */
  private static final Set<String> COLUMN_IS_THERE = Set.of("42701", "42S21");

  /** Tells whether a transaction goes on behind the next statement. */
  @FunctionalInterface
  public interface InTransaction {
    boolean goesOn() throws SQLException;
  }

  /** Opens another connection to the same database, by the driver itself. */
  @FunctionalInterface
  public interface Opener {
    Connection open() throws SQLException;
  }

  /**
   * Sends a text.
   *
   * @param <R> what that returns
   */
  @FunctionalInterface
  public interface Send<R> {
    R send(String sql) throws SQLException;
  }

  /**
   * What is to be sent.
   *
   * @param sql null where it is with the driver already, and can be no other
   * @param ddl the DDL statements in it, in their order
   * @param alone whether it holds nothing but one of them, so that it may be run again
   */
  public record Text(@Nullable String sql, List<Ddl> ddl, boolean alone) {
    /** Copies the list. */
    public Text {
      ddl = List.copyOf(ddl);
    }
  }

  private final Engine engine;
  private final Connection connection;
  private final DdlOptions options;
  private final InTransaction inTransaction;
  private final LiveFacts facts;
  private final LockGuard guard;
  private final Judge judge;
  private final @Nullable History history;
  private final Context context = new Context();

  /**
   * For a connection of the real driver.
   *
   * @param history null where nothing is recorded
   */
  public Gate(
      Engine engine,
      Connection connection,
      Opener opener,
      DdlOptions options,
      InTransaction inTransaction,
      @Nullable History history) {
    this.history = history;
    this.engine = engine;
    this.connection = connection;
    this.options = options;
    this.inTransaction = inTransaction;
    this.facts = new LiveFacts(engine, connection);
    this.guard = LockGuard.of(engine, connection, options, opener);
    this.judge = new Judge(options.allow());
  }

  /**
   * Lets DDL pass.
   *
   * @throws SQLNonTransientException if one of its statements is dangerous and that is to be
   *     refused, or the disk has no room for it; nothing was sent then
   */
  public <R> R pass(Text text, Send<R> send) throws SQLException {
    String sql = text.sql() == null ? "" : text.sql();
    boolean transaction;
    try {
      transaction = inTransaction.goesOn();
    } catch (SQLException e) {
      // In a failed transaction nothing can be asked; the statement itself will say so.
      LOG.debug("DDL is not judged: {}", e.getMessage());
      return send.send(sql);
    }
    context.inTransaction(transaction);
    List<Verdict> verdicts = new ArrayList<>();
    for (Ddl ddl : text.ddl()) {
      if (isJudged(ddl)) {
        Verdict verdict = judge.judge(ddl, facts.of(ddl, transaction), context);
        ExistingColumns existing = existing(text, verdict);
        if (existing != null) {
          return warned(existing, send);
        }
        refuseOrLog(verdict, transaction);
        if (options.mode().isGuarded()) {
          DiskHeadroom.check(connection, verdict);
        }
        verdicts.add(verdict);
      }
      context.add(ddl);
    }
    List<HistoryEntry> entries =
        history == null ? List.of() : HistoryEntry.of(text.ddl(), verdicts);
    if (history == null || entries.isEmpty()) {
      return sent(text, verdicts, transaction, send, send);
    }
    Recording<R> recording = new Recording<>(history, entries, transaction, text.alone(), send);
    return recording.conclude(() -> sent(text, verdicts, transaction, send, recording));
  }

  private boolean isJudged(Ddl ddl) {
    return options.mode() != DdlMode.OFF
        && !ddl.changes().stream().allMatch(Unrelated.class::isInstance);
  }

  /** Sends the text itself {@code through} what records it. */
  private <R> R sent(
      Text text, List<Verdict> verdicts, boolean transaction, Send<R> send, Send<R> through)
      throws SQLException {
    String sql = text.sql() == null ? "" : text.sql();
    return options.mode().isGuarded()
        ? guarded(text, verdicts, transaction, send, through)
        : bounded(text, verdicts, transaction, () -> through.send(sql));
  }

  /** Hears that a transaction may have ended. */
  public void transactionEnded() {
    context.transactionEnded();
  }

  private @Nullable ExistingColumns existing(Text text, Verdict verdict) {
    boolean replaceable = text.alone() && text.sql() != null && options.mode().isGuarded();
    return replaceable ? ExistingColumns.of(verdict) : null;
  }

  private static <R> R warned(ExistingColumns existing, Send<R> send) throws SQLException {
    String warning = existing.warning();
    LOG.warn("{}", existing.text());
    return send.send(warning);
  }

  private <R> R guarded(
      Text text, List<Verdict> verdicts, boolean transaction, Send<R> send, Send<R> through)
      throws SQLException {
    String sql = text.sql() == null ? "" : text.sql();
    String pinned =
        text.sql() == null || engine == Engine.POSTGRESQL ? sql : PinnedSql.of(sql, verdicts);
    try {
      return bounded(text, verdicts, transaction, () -> through.send(pinned));
    } catch (SQLException e) {
      boolean comesToo = COLUMN_IS_THERE.contains(String.valueOf(e.getSQLState()));
      if (comesToo && !(transaction && engine == Engine.POSTGRESQL)) {
        Ddl ddl = text.ddl().get(0);
        ExistingColumns since =
            existing(text, judge.judge(ddl, facts.of(ddl, transaction), context));
        if (since != null) {
          return warned(since, send);
        }
      }
      throw PinnedSql.explained(e, pinned, sql);
    }
  }

  private <R> R bounded(
      Text text, List<Verdict> verdicts, boolean transaction, LockGuard.Run<R> run)
      throws SQLException {
    boolean guarded = options.mode().isGuarded();
    if (guarded && text.ddl().stream().anyMatch(LockGuard::mayBlock)) {
      return guard.run(transaction, text.alone(), run);
    }
    boolean single = !transaction && text.alone() && verdicts.size() == 1;
    InvalidIndexes indexes = single ? InvalidIndexes.of(connection, verdicts.get(0)) : null;
    return indexes == null ? run.run() : indexes.around(guarded ? options.retries() : -1, run);
  }

  private void refuseOrLog(Verdict verdict, boolean transaction) throws SQLException {
    if (options.mode() == DdlMode.REFUSE && verdict.level() == Level.DANGEROUS) {
      if (history != null) {
        history.refused(verdict, transaction);
      }
      throw new SQLNonTransientException(VerdictText.refusal(verdict), REFUSED);
    }
    switch (verdict.level()) {
      case SAFE -> {
        if (LOG.isDebugEnabled()) {
          LOG.debug("{}", VerdictText.masked(verdict));
        }
      }
      case CAUTION -> {
        if (LOG.isInfoEnabled()) {
          LOG.info("{}", VerdictText.masked(verdict));
        }
      }
      case DANGEROUS -> LOG.warn("{}", VerdictText.masked(verdict));
    }
  }
}
