package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.Baseline;
import dev.lacuna.agent.baseline.BaselineFolder;
import dev.lacuna.agent.baseline.KnownQuery;
import dev.lacuna.agent.baseline.OpenShift;
import dev.lacuna.agent.compare.Shift;
import dev.lacuna.agent.log.ChangeLog;
import dev.lacuna.agent.log.PlanChange;
import dev.lacuna.agent.observe.Percentiles;
import dev.lacuna.agent.observe.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes shifts of one database to the log, unless another JVM has. */
final class Reporter {

  private final ChangeLog log;
  private final BaselineFolder folder;
  private final Baseline baseline;
  private final String file;
  private final String engine;
  private final String database;

  Reporter(
      ChangeLog log,
      BaselineFolder folder,
      Baseline baseline,
      String file,
      String engine,
      String database) {
    this.log = log;
    this.folder = folder;
    this.baseline = baseline;
    this.file = file;
    this.engine = engine;
    this.database = database;
  }

  void report(Query query, KnownQuery known, OpenShift shift, List<Shift> shifts, boolean settled)
      throws IOException {
    if (!folder.claim(file, baseline, shift.key(), settled)) {
      return;
    }
    Percentiles measured = query.latencyBefore();
    Percentiles before =
        measured.p50() != null ? measured : new Percentiles(known.p50Ms(), known.p95Ms());
    Percentiles after = query.latency();
    log.append(
        new PlanChange(
            Instant.now(),
            engine,
            database,
            query.fingerprint(),
            query.sql(),
            query.callSite(),
            query.calls(),
            shift.cause(),
            new PlanChange.Side(shift.before(), before.p50(), before.p95()),
            new PlanChange.Side(shift.after(), after.p50(), after.p95()),
            shifts,
            settled,
            shift.key()));
  }
}
