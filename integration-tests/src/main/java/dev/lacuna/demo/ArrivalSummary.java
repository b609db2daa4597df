package dev.lacuna.demo;

import dev.lacuna.demo.Screen.Ink;
import dev.lacuna.storm.Fault;
import dev.lacuna.storm.Findings;
import dev.lacuna.storm.Storm;
import java.time.Duration;

/** What came out of the traffic, in numbers. */
final class ArrivalSummary {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration ARRIVING = Duration.ofSeconds(1);

  private final Screen screen;

  ArrivalSummary(Screen screen) {
    this.screen = screen;
  }

  void of(Arrival.Report report) {
    throughput(report);
    screen.line();
    Storm.Outcome outcome = report.outcome();
    Findings findings = outcome.findings();
    row(findings.errorCount(), "errors", "in %,d operations".formatted(outcome.operations()));
    findings.errors().forEach(this::error);
    row(
        findings.count(Fault.LOST_WRITE),
        "lost writes",
        "%,d writes with the column there: each is in the table's history"
            .formatted(outcome.storedWrites()));
    row(
        findings.count(Fault.STALE_READ),
        "stale reads",
        "%,d reads, each held against what was acknowledged before it began"
            .formatted(outcome.reads()));
    row(
        findings.count(Fault.PHANTOM),
        "phantoms",
        "%,d writes before it was there: none was stored".formatted(outcome.vanishedWrites()));
    row(findings.count(Fault.MISCOUNT), "miscounts", "update counts, and rows found");
    retries(findings);
    findings.details().forEach(detail -> screen.line("    " + screen.ink(Ink.BAD, detail)));
  }

  private void throughput(Arrival.Report report) {
    Timeline timeline = report.timeline();
    Duration before = report.began().minus(ARRIVING.dividedBy(2));
    Duration after = before.plus(ARRIVING);
    screen.line(
        "    operations/s    before %,.0f    in the second of the migration %,.0f    after %,.0f"
            .formatted(
                timeline.rate(WARM_UP, before),
                timeline.rate(before, after),
                timeline.rate(after, timeline.end())));
  }

  private void row(long count, String name, String how) {
    String number = screen.ink(count == 0 ? Ink.GOOD : Ink.BAD, "%,9d".formatted(count));
    screen.line("    " + number + "  " + Screen.fit(name, 13) + screen.ink(Ink.FAINT, how));
  }

  private void error(Findings.Errors errors) {
    screen.line(
        "    %,9d    %s  %s"
            .formatted(errors.count(), errors.sqlState(), Screen.fit(errors.sample(), 76).strip()));
  }

  private void retries(Findings findings) {
    long retries = findings.transientRetries() + findings.serverRetries();
    screen.line(
        "    %,9d  %s%s"
            .formatted(
                retries,
                Screen.fit("retries", 13),
                screen.ink(Ink.FAINT, "transactions told to run again (SQLState 40001)")));
  }
}
