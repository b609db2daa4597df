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

  /** Tells whether a transaction goes on behind the next statement. */
  @FunctionalInterface
  public interface InTransaction {
    boolean goesOn() throws SQLException;
  }

  /**
   * Runs the statement.
   *
   * @param <R> what that returns
   */
  @FunctionalInterface
  public interface Run<R> {
    R run() throws SQLException;
  }

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
      DdlOptions options,
      InTransaction inTransaction,
      @Nullable History history) {
    this.history = history;
    this.options = options;
    this.inTransaction = inTransaction;
    this.facts = new LiveFacts(engine, connection);
    this.guard = LockGuard.of(engine, connection, options);
    this.judge = new Judge(options.allow());
  }

  /**
   * Lets DDL pass.
   *
   * @param ddl the DDL statements of one text or batch, in their order
   * @param repeatable whether the text holds nothing else, so that it may be run again
   * @throws SQLNonTransientException if one of them is dangerous and that is to be refused; nothing
   *     was sent then
   */
  public <R> R pass(List<Ddl> ddl, boolean repeatable, Run<R> run) throws SQLException {
    boolean transaction;
    try {
      transaction = inTransaction.goesOn();
    } catch (SQLException e) {
      // In a failed transaction nothing can be asked; the statement itself will say so.
      LOG.debug("DDL is not judged: {}", e.getMessage());
      return run.run();
    }
    context.inTransaction(transaction);
    List<HistoryEntry> entries = new ArrayList<>();
    for (Ddl one : ddl) {
      Verdict verdict = judge(one, transaction);
      if (history != null && HistoryEntry.belongs(one)) {
        entries.add(new HistoryEntry(one, verdict));
      }
      context.add(one);
    }
    if (history == null || entries.isEmpty()) {
      return guarded(ddl, repeatable, transaction, run);
    }
    Recording<R> recording = new Recording<>(history, entries, transaction, repeatable, run);
    return recording.conclude(() -> guarded(ddl, repeatable, transaction, recording));
  }

  private <R> R guarded(List<Ddl> ddl, boolean repeatable, boolean transaction, Run<R> run)
      throws SQLException {
    boolean bounded = options.mode().isGuarded() && ddl.stream().anyMatch(LockGuard::mayBlock);
    return bounded ? guard.run(transaction, repeatable && !transaction, run) : run.run();
  }

  /** Hears that a transaction may have ended. */
  public void transactionEnded() {
    context.transactionEnded();
  }

  /** Null where there is nothing to judge. */
  private @Nullable Verdict judge(Ddl ddl, boolean transaction) throws SQLException {
    if (options.mode() == DdlMode.OFF
        || ddl.changes().stream().allMatch(Unrelated.class::isInstance)) {
      return null;
    }
    Verdict verdict = judge.judge(ddl, facts.of(ddl, transaction), context);
    if (options.mode() == DdlMode.REFUSE && verdict.level() == Level.DANGEROUS) {
      if (history != null) {
        history.refused(ddl, verdict, transaction);
      }
      throw new SQLNonTransientException(VerdictText.refusal(verdict), REFUSED);
    }
    log(verdict);
    return verdict;
  }

  private static void log(Verdict verdict) {
    switch (verdict.level()) {
      case SAFE -> {
        if (LOG.isDebugEnabled()) {
          LOG.debug("{}", VerdictText.of(verdict));
        }
      }
      case CAUTION -> {
        if (LOG.isInfoEnabled()) {
          LOG.info("{}", VerdictText.of(verdict));
        }
      }
      case DANGEROUS -> LOG.warn("{}", VerdictText.of(verdict));
    }
  }
}
