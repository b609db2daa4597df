package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.Baseline;
import dev.lacuna.agent.baseline.BaselineFolder;
import dev.lacuna.agent.baseline.KnownPlan;
import dev.lacuna.agent.baseline.KnownQuery;
import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.explain.EngineSession;
import dev.lacuna.agent.explain.Explained;
import dev.lacuna.agent.explain.UnfitException;
import dev.lacuna.agent.log.ChangeLog;
import dev.lacuna.agent.notice.WatchedQuery.Explainable;
import dev.lacuna.agent.observe.Observation;
import dev.lacuna.agent.observe.Query;
import dev.lacuna.agent.observe.Sample;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one database, over one connection: explains what is new, looks at the catalog, and
 * explains again what a change may matter to. Used by the agent's one thread.
 */
final class DatabaseWatch {

  private static final Duration WINDOW = Duration.ofDays(7);

  /** An application with no end of texts is not followed in all of them. */
  private static final int MAX_WATCHED = 5_000;

  /** The catalog is to be looked at in between. */
  private static final long MAX_WORK = TimeUnit.MILLISECONDS.toNanos(500);

  /** In the application's own words: SQLSTATE classes that speak of the statement itself. */
  private static final Set<String> REFUSALS = Set.of("42", "21", "22", "23", "25", "0A");

  private final EngineSession session;
  private final Baseline baseline;
  private final BaselineFolder folder;
  private final String file;
  private final Runnable catchUp;
  private final RecentDdl ddl = new RecentDdl();
  private final Arrivals arrivals;
  private final Judge judge;

  /** Those that were sampled last. */
  private final Map<Query, WatchedQuery> queries = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<WatchedQuery, Set<Explainable>> due = new LinkedHashMap<>();

  /**
   * @param catchUp takes what has come meanwhile from the application's threads
   */
  DatabaseWatch(
      EngineSession session, String file, BaselineFolder folder, ChangeLog log, Runnable catchUp)
      throws IOException {
    this.session = session;
    this.folder = folder;
    this.file = file;
    this.catchUp = catchUp;
    this.baseline = folder.load(file);
    this.arrivals = new Arrivals(baseline, ddl);
    this.judge =
        new Judge(
            baseline,
            arrivals,
            new Reporter(log, folder, baseline, file, session.engine(), session.database()));
  }

  EngineSession session() {
    return session;
  }

  void touched(Observation.SchemaTouched touched) {
    ddl.add(touched);
  }

  /** A run that can be explained; it is at the next {@link #work}. */
  void sampled(Query query, Sample sample) {
    WatchedQuery watched = queries.computeIfAbsent(query, WatchedQuery::new);
    Explainable explainable = watched.sample(sample);
    due(watched, explainable);
    if (queries.size() > MAX_WATCHED) {
      WatchedQuery oldest = queries.remove(queries.keySet().iterator().next());
      due.remove(oldest);
    }
  }

  private void due(WatchedQuery watched, Explainable sample) {
    due.computeIfAbsent(watched, unused -> new LinkedHashSet<>()).add(sample);
  }

  /** The connection is lost: what was watched on it, to be explained anew on the next one. */
  List<Observation.Sampled> abandon() {
    session.close();
    return queries.entrySet().stream()
        .flatMap(
            watched ->
                watched.getValue().samples().stream()
                    .map(kept -> new Observation.Sampled(watched.getKey(), kept.sample())))
        .toList();
  }

  /**
   * Explains what is due, for a while. Stops where the server is busy; what is left stays due.
   *
   * @throws SQLException if the connection is of no more use
   */
  void work() throws SQLException, IOException {
    long end = System.nanoTime() + MAX_WORK;
    for (WatchedQuery watched : List.copyOf(due.keySet())) {
      if (watched.isPaused(Instant.now())) {
        continue;
      }
      for (Explainable next = next(watched); next != null; next = next(watched)) {
        if (System.nanoTime() - end >= 0) {
          due(watched, next);
          return;
        }
        if (!explain(watched, next)) {
          watched.pause(Instant.now());
          due(watched, next);
          return;
        }
      }
    }
  }

  /** Takes the one that is explained next: those that were before, then those that are new. */
  private @Nullable Explainable next(WatchedQuery watched) {
    Set<Explainable> samples = due.get(watched);
    if (samples == null) {
      return null;
    }
    Explainable next =
        samples.stream()
            .filter(sample -> sample.hash() != null)
            .findFirst()
            .orElseGet(() -> samples.iterator().next());
    samples.remove(next);
    if (samples.isEmpty()) {
      due.remove(watched);
    }
    return next;
  }

  /** Returns false where it is to be tried again. */
  private boolean explain(WatchedQuery watched, Explainable sample)
      throws SQLException, IOException {
    if (!watched.mayExplain(Instant.now())) {
      return true;
    }
    try {
      Explained explained = explainBest(sample);
      if (explained.tables().isEmpty()) {
        watched.forget(sample);
        return true;
      }
      watched.tables().addAll(explained.tables().keySet());
      noticeAll(explained.tables());
      watched.resume();
      if (sample.hash() == null && isDueAgain(watched)) {
        // What is new is judged by how those go now that were there before.
        due(watched, sample);
        return true;
      }
      judge.judge(watched, sample, KnownPlan.of(explained.plan()), explained.tables().keySet());
      return true;
    } catch (UnfitException e) {
      watched.refused(Instant.now());
      watched.forget(sample);
      return true;
    } catch (SQLException e) {
      return failed(watched, sample, e);
    }
  }

  private boolean isDueAgain(WatchedQuery watched) {
    return due.getOrDefault(watched, Set.of()).stream().anyMatch(other -> other.hash() != null);
  }

  /**
   * What Lacuna's driver sent has done its part once the column is there: then the application's
   * own text is what runs.
   */
  private Explained explainBest(Explainable explainable) throws SQLException, UnfitException {
    Sample sample = explainable.sample();
    if (!sample.isTranslated() || explainable.hash() == null) {
      return session.explain(sample);
    }
    Sample own = new Sample(sample.own(), sample.own(), sample.bindings(), sample.settings());
    Explained explained = explainUnlessRefused(own);
    if (explained == null) {
      explained = explainUnlessRefused(sample);
    }
    // The column may have come in between.
    return explained == null ? session.explain(own) : explained;
  }

  private @Nullable Explained explainUnlessRefused(Sample sample)
      throws SQLException, UnfitException {
    try {
      return session.explain(sample);
    } catch (SQLException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      return null;
    }
  }

  private boolean failed(WatchedQuery watched, Explainable sample, SQLException e)
      throws SQLException, IOException {
    if (!isRefusal(e)) {
      if (session.isBroken()) {
        throw e;
      }
      return false;
    }
    KnownQuery known = baseline.query(watched.query().fingerprint());
    boolean hadPlan = sample.hash() != null && known != null && !known.tables().isEmpty();
    if (hadPlan && known != null && !"42501".equals(e.getSQLState())) {
      look(known.tables());
      KnownPlan refused = KnownPlan.unobtainable(e.getSQLState());
      if (!arrivals.on(known.tables()).isEmpty()) {
        judge.judge(watched, sample, refused, known.tables());
      }
      return true;
    }
    watched.refused(Instant.now());
    watched.forget(sample);
    return true;
  }

  private static boolean isRefusal(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.length() == 5 && REFUSALS.contains(state.substring(0, 2));
  }

  /** Looks at all tables that matter. */
  void poll() throws SQLException {
    Set<String> tables = new HashSet<>();
    queries.values().forEach(watched -> tables.addAll(watched.tables()));
    look(tables);
    baseline.forgetArrivalsBefore(Instant.now().minus(WINDOW));
  }

  private void look(Set<String> tables) throws SQLException {
    if (!tables.isEmpty()) {
      Map<String, TableState> now = session.tables(tables);
      noticeAll(now);
      tables.stream()
          .filter(table -> !now.containsKey(table) && baseline.table(table) != null)
          .toList()
          .forEach(baseline::forgetTable);
      baseline.seen(Instant.now());
    }
  }

  private void noticeAll(Map<String, TableState> tables) throws SQLException {
    if (tables.entrySet().stream().anyMatch(table -> isChanged(table.getKey(), table.getValue()))) {
      catchUp.run();
    }
    for (Map.Entry<String, TableState> table : tables.entrySet()) {
      long arrivalsBefore = baseline.arrivals().size();
      if (arrivals.notice(table.getKey(), table.getValue(), session)) {
        again(table.getKey(), baseline.arrivals().size() > arrivalsBefore);
      }
    }
  }

  private boolean isChanged(String table, TableState now) {
    TableState before = baseline.table(table);
    return before != null && !before.equals(now);
  }

  /** Everything that reads the table is due again. */
  private void again(String table, boolean arrived) {
    for (WatchedQuery watched : queries.values()) {
      if (watched.tables().contains(table)) {
        watched.samples().forEach(sample -> due(watched, sample));
        if (arrived) {
          watched.query().turnLatency();
          watched.query().wantSample();
        }
      }
    }
  }

  /** What ran meanwhile may have outgrown its plan, with no one telling. */
  void refresh() {
    for (WatchedQuery watched : queries.values()) {
      List<Explainable> samples = watched.samples();
      samples.forEach(sample -> due(watched, sample));
    }
  }

  /** Writes what has changed since the last time. */
  void save() throws IOException {
    if (baseline.takeChanged()) {
      folder.save(file, baseline);
    }
  }
}
