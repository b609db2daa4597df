package dev.lacuna.agent.review;

import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.accept.AcceptedFile;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code accept}: records that somebody has looked, and why a shift may stay. */
@Command(
    name = "accept",
    exitCodeOnExecutionException = ReviewTool.COULD_NOT,
    mixinStandardHelpOptions = true,
    description = {
      "Records reviewed shifts, in a file for version control.",
      "An acceptance ends when the plan moves again, or after --until."
    })
final class AcceptCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "[LOG] KEY",
      arity = "1..*",
      description = {
        "Keys of shifts, or of causes for all of their shifts; `review` shows them.",
        "Their beginning will do. The log goes before them; else it is plan-changes.jsonl."
      })
  private List<String> parameters = List.of();

  @Option(names = "--log", paramLabel = "LOG", description = "The agent's log.")
  private @Nullable Path log;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who accepts; by default the user of this machine.")
  private String by = "";

  @Option(names = "--why", paramLabel = "REASON", required = true, description = "Why it may stay.")
  private String why = "";

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day on which it holds, such as 2026-12-31.")
  private @Nullable LocalDate until;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "By default " + AcceptedFile.NAME + " beside the log.")
  private @Nullable Path file;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    check(today);
    List<String> keys = new ArrayList<>(parameters);
    Path source = source(keys);
    Path decisions = file == null ? LogFiles.accepted(source) : file;
    Map<String, Acceptance> accepted = AcceptedFile.read(decisions);
    Review review = Review.of(LogFiles.read(List.of(source)), accepted, today);
    List<Finding> findings = new KeyLookup(review, source).find(keys);
    findings.forEach(finding -> accepted.put(finding.shift().key(), acceptance(finding, today)));
    AcceptedFile.write(decisions, accepted.values());
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println("Accepted: " + finding.sentence()));
    out.println("Wrote " + decisions);
    return ReviewTool.FINE;
  }

  private void check(LocalDate today) {
    if (why.isBlank()) {
      throw new ReviewException("--why must say something: it is what the next reviewer reads.");
    }
    if (until != null && until.isBefore(today)) {
      throw new ReviewException("--until must be >= " + today + ", and is " + until + ".");
    }
  }

  /** The log, which is taken out of the keys where it is among them. */
  private Path source(List<String> keys) {
    if (log != null) {
      return log;
    }
    if (keys.size() > 1 && Files.isRegularFile(Path.of(keys.get(0)))) {
      return Path.of(keys.remove(0));
    }
    Path beside = file == null ? LogFiles.USUAL : file.resolveSibling(LogFiles.USUAL);
    return Files.exists(LogFiles.USUAL) ? LogFiles.USUAL : beside;
  }

  private Acceptance acceptance(Finding finding, LocalDate today) {
    return new Acceptance(
        finding.shift().key(),
        finding.shift().after().hash(),
        finding.sentence(),
        by,
        why,
        today,
        until);
  }
}
