package dev.lacuna.agent.review;

import dev.lacuna.agent.review.accept.AcceptedFile;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.ci.JunitReport;
import dev.lacuna.agent.review.ci.SarifReport;
import dev.lacuna.agent.review.html.HtmlReport;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.text.MarkdownReport;
import dev.lacuna.agent.review.text.TerminalReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code review}: shows what shifted, writes reports, and is the gate of a build. */
@Command(
    name = "review",
    exitCodeOnExecutionException = ReviewTool.COULD_NOT,
    mixinStandardHelpOptions = true,
    description = "Shows the queries whose plan shifted: a card a cause, the worst first.")
final class ReviewCommand implements Callable<Integer> {

  private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Parameters(
      paramLabel = "LOG",
      description = {
        "The agent's logs; ${DEFAULT-VALUE} where none is named.",
        "What was rotated out of them (LOG.1, …) is read too."
      },
      defaultValue = "plan-changes.jsonl")
  private List<Path> logs = List.of();

  @Option(names = "--html", paramLabel = "FILE", description = "Write one self-contained page.")
  private @Nullable Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE.md",
      arity = "0..1",
      parameterConsumer = MarkdownFile.class,
      description = "Write Markdown for a pull request's comment; without a file, show it.")
  private @Nullable Path markdown;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML.")
  private @Nullable Path junit;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF 2.1.0.")
  private @Nullable Path sarif;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = {
        "Exit with 1 if a shift that nobody has accepted is",
        "at least this severe: info, warn or block."
      })
  private @Nullable Severity failOn;

  @Option(
      names = {"--accepted", "--file"},
      paramLabel = "FILE",
      description = "The accepted shifts; by default " + AcceptedFile.NAME + " beside the log.")
  private @Nullable Path accepted;

  @Mixin private TerminalOptions terminal = new TerminalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final String version;

  ReviewCommand(String version) {
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    Path decisions = accepted == null ? LogFiles.accepted(logs.get(0)) : accepted;
    if (accepted != null && !Files.exists(accepted)) {
      throw new ReviewException("There is no file " + accepted + " of accepted shifts.");
    }
    Review review =
        Review.of(
            LogFiles.read(logs),
            AcceptedFile.read(decisions),
            LocalDate.now(ZoneId.systemDefault()));
    PrintWriter out = spec.commandLine().getOut();
    review.problems().forEach(spec.commandLine().getErr()::println);
    if (writeFiles(review, out)) {
      out.println(review.summary() + ".");
    } else if (markdown != null) {
      out.print(MarkdownReport.of(review));
    } else {
      out.print(
          TerminalReport.of(
              review, terminal.paint(), terminal.width(spec.commandLine()), terminal.queries()));
    }
    return gate(review);
  }

  /** Whether any was asked for. */
  private boolean writeFiles(Review review, PrintWriter out) throws IOException {
    boolean any = false;
    if (html != null) {
      String made = LocalDateTime.now(ZoneId.systemDefault()).format(MADE);
      any |= write(html, HtmlReport.of(review, logs.get(0).toString(), made), out);
    }
    if (markdown != null && !markdown.equals(MarkdownFile.SHOWN)) {
      any |= write(markdown, MarkdownReport.of(review), out);
    }
    if (junit != null) {
      Severity failing = Objects.requireNonNullElse(failOn, Severity.WARN);
      any |= write(junit, JunitReport.of(review, failing), out);
    }
    if (sarif != null) {
      any |= write(sarif, SarifReport.of(review, logs.get(0).toString(), version), out);
    }
    return any;
  }

  private static boolean write(Path file, String text, PrintWriter out) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
    out.println("Wrote " + file);
    return true;
  }

  private int gate(Review review) {
    Severity least = failOn;
    if (least == null || !review.hasUnreviewed(least)) {
      return ReviewTool.FINE;
    }
    long count = review.unreviewed().filter(finding -> finding.severity().isAtLeast(least)).count();
    spec.commandLine()
        .getErr()
        .println(
            "%s of at least %s: not reviewed."
                .formatted(Words.count(count, "shift", "shifts"), least.label()));
    return ReviewTool.GATE_IS_SHUT;
  }
}
