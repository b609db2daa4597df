package dev.lacuna.agent.observe;

import dev.lacuna.agent.bridge.Sink;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All texts of one fingerprint on one target. Counted from the application's threads, without
 * locks.
 */
public final class Query {

  /** The distance of samples grows by this factor, so that many calls cost few plans. */
  private static final int SAMPLE_FACTOR = 8;

  private final Target target;
  private final Normalized text;
  private final AtomicLong calls = new AtomicLong();
  private final Latency latency = new Latency();
  private volatile boolean wantsSample;
  private volatile long nextSample = SAMPLE_FACTOR;
  private volatile @Nullable String callSite;
  private volatile @Nullable String fingerprint;

  Query(Target target, Normalized text) {
    this.target = target;
    this.text = text;
    this.wantsSample = text.explainable();
  }

  public Target target() {
    return target;
  }

  /** The masked text. */
  public String sql() {
    return text.sql();
  }

  /** Computed where it is asked for, which is not on the application's threads. */
  public String fingerprint() {
    String known = fingerprint;
    if (known == null) {
      known = text.fingerprint();
      fingerprint = known;
    }
    return known;
  }

  public StatementKind kind() {
    return text.kind();
  }

  public long calls() {
    return calls.get();
  }

  /** Where the application called from first; null where no frame is the application's. */
  public @Nullable String callSite() {
    return callSite;
  }

  public Percentiles latency() {
    return latency.now();
  }

  /** The times before the last {@link #turnLatency}. */
  public Percentiles latencyBefore() {
    return latency.before();
  }

  /** From now on the times are those after a change. */
  public void turnLatency() {
    latency.turn();
  }

  boolean wantsSample() {
    return wantsSample;
  }

  /** One sample is taken; the next one is not wanted before {@link #nextSample}. */
  void sampled() {
    wantsSample = false;
  }

  /** The values of the next run are to be kept and explained. */
  public void wantSample() {
    wantsSample = text.explainable();
  }

  void ran(long nanos) {
    long count = calls.incrementAndGet();
    if (nanos != Sink.UNTIMED) {
      latency.record(nanos);
    }
    if (count == 1) {
      callSite = CallSites.current();
    }
    if (count >= nextSample) {
      nextSample = count * SAMPLE_FACTOR;
      wantSample();
    }
  }
}
