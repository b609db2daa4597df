package dev.lacuna.agent.review;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.PlanSide;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.Shift;
import dev.lacuna.agent.review.shift.ShiftLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shifts to review: a realistic log, and single ones made to measure. */
public final class Samples {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  public static final PlanNode INDEX_ONLY = scan(Op.INDEX_ONLY_SCAN, "orders", "o_cov");
  public static final PlanNode SEQ = scan(Op.SEQ_SCAN, "orders", null);

  /** Text that would do harm where it were not escaped. */
  public static final String HOSTILE =
      "SELECT '</script><script>alert(1)</script>', \"<img src=x onerror=alert(2)>\" -- `@all` ](x) |"
          + " \u001b[31m \u202e \u0007 ]]>";

  private Samples() {}

  /** The log of a night: three causes on two engines, and two improvements. */
  public static Path log() {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("plan-changes.jsonl")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The review of {@link #log()}. */
  public static Review night(Acceptance... accepted) {
    try {
      return Review.of(ShiftLog.read(List.of(log())), byKey(accepted), TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Review review(LoggedShift... shifts) {
    return Review.of(new ShiftLog(List.of(shifts), List.of()), Map.of(), TODAY);
  }

  public static Finding finding(LoggedShift shift) {
    return review(shift).all().findFirst().orElseThrow();
  }

  public static Map<String, Acceptance> byKey(Acceptance... accepted) {
    return Arrays.stream(accepted).collect(Collectors.toMap(Acceptance::key, it -> it));
  }

  public static Acceptance acceptance(String key, String hash, @Nullable LocalDate until) {
    return new Acceptance(key, hash, "a query", "ada", "known", LocalDate.of(2026, 11, 1), until);
  }

  public static PlanNode scan(String op, String table, @Nullable String index) {
    return new PlanNode(op, "public." + table, table, index, Map.of(), 12.0, 34.5, List.of());
  }

  public static PlanNode node(String op, PlanNode... children) {
    return new PlanNode(op, null, null, null, Map.of(), null, null, List.of(children));
  }

  /** {@code orders} got {@code region}, and its index-only scan went. */
  public static LoggedShift shift(String key) {
    return shift(
        key,
        "SELECT * FROM orders WHERE customer_id = ?",
        "postgresql 18.6",
        cause("add-column"),
        shift("covering-lost", Severity.WARN));
  }

  public static LoggedShift shift(
      String key, String sql, String engine, Cause cause, Shift... shifts) {
    return new LoggedShift(
        Instant.parse("2026-11-20T22:14:06Z"),
        engine,
        "shop",
        "f-" + key,
        sql,
        "shop.Orders.byCustomer(Orders.java:42)",
        5120,
        cause,
        new PlanSide("h1", "INDEX_ONLY_SCAN(orders o_cov)", INDEX_ONLY, 0.4, 1.1),
        new PlanSide("h2", "SEQ_SCAN(orders)", SEQ, 2.0, 6.3),
        List.of(shifts),
        true,
        key);
  }

  public static Shift shift(String kind, Severity severity) {
    return new Shift(kind, "orders", "INDEX_ONLY_SCAN o_cov", "BITMAP_HEAP_SCAN o_cov", severity);
  }

  public static Cause cause(String event) {
    return cause(event, "region");
  }

  public static Cause cause(String event, String columns) {
    return new Cause(
        "public.orders",
        columns,
        event,
        "in-process",
        "ALTER TABLE orders ADD COLUMN region varchar(8)",
        "2026-11-20T22:14:03Z");
  }

  public static LoggedShift settled(LoggedShift shift, boolean settled) {
    return copy(shift, shift.after(), settled);
  }

  public static LoggedShift withHash(LoggedShift shift, String hash) {
    PlanSide after = shift.after();
    return copy(
        shift,
        new PlanSide(hash, after.summary(), after.plan(), after.p50Ms(), after.p95Ms()),
        shift.settled());
  }

  public static LoggedShift withLatency(LoggedShift shift, double p95) {
    PlanSide after = shift.after();
    return copy(
        shift,
        new PlanSide(after.hash(), after.summary(), after.plan(), p95 / 2, p95),
        shift.settled());
  }

  private static LoggedShift copy(LoggedShift shift, PlanSide after, boolean settled) {
    return new LoggedShift(
        shift.time(),
        shift.engine(),
        shift.database(),
        shift.fingerprint(),
        shift.sql(),
        shift.callSite(),
        shift.calls(),
        shift.cause(),
        shift.before(),
        after,
        shift.shifts(),
        settled,
        shift.key());
  }

  /** As many queries of one cause. */
  public static Stream<LoggedShift> many(int count) {
    return Stream.iterate(0, number -> number + 1)
        .limit(count)
        .map(number -> shift("key-" + number));
  }
}
