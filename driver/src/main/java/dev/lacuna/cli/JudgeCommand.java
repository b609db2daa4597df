package dev.lacuna.cli;

import dev.lacuna.cli.report.GithubReport;
import dev.lacuna.cli.report.JsonReport;
import dev.lacuna.cli.report.Paint;
import dev.lacuna.cli.report.Report;
import dev.lacuna.cli.report.SarifReport;
import dev.lacuna.cli.report.TextReport;
import dev.lacuna.cli.script.Script;
import dev.lacuna.cli.script.ScriptException;
import dev.lacuna.cli.script.Scripts;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge}: reads migrations, says what they do to a server, and is the gate of a build. */
@Command(
    name = "judge",
    exitCodeOnExecutionException = Main.COULD_NOT,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Says what the DDL in migration files locks, rewrites and breaks.",
    footer = {
      "",
      "Exit code: 0 fine, 1 a verdict is as grave as --fail-on says, 2 it could not be done.",
      ""
    })
final class JudgeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Files and folders with SQL, plain or for Flyway or Liquibase; - for standard input.")
  private List<Path> files = List.of();

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--placeholder",
      paramLabel = "NAME=VALUE",
      description = "The value of $${NAME} in the files. May be repeated.")
  private Map<String, String> placeholders = new LinkedHashMap<>();

  @Option(
      names = "--allow",
      paramLabel = "RULE",
      split = ",",
      description = "Rules that do not count, by their ids. May be repeated.")
  private Set<String> allow = Set.of();

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      defaultValue = "dangerous",
      description =
          "Exit with 1 if a verdict is at least this grave: caution, dangerous (which is the"
              + " default) or never.")
  private FailOn failOn = FailOn.DANGEROUS;

  @ArgGroup private @Nullable Form form;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF 2.1.0 as well.")
  private @Nullable Path sarif;

  @Option(names = "--all", description = "Show safe statements too.")
  private boolean all;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description = "auto, always or never; NO_COLOR is heeded.")
  private Colour colour = Colour.AUTO;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final InputStream in;

  /** What is printed, where it is not text. */
  private static final class Form {
    @Option(names = "--json", required = true, description = "Print a JSON object a statement.")
    private boolean json;

    @Option(
        names = "--github",
        required = true,
        description = "Print annotations for GitHub Actions.")
    private boolean github;
  }

  /** When to colour. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  JudgeCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException, ScriptException, CliException {
    Report report;
    List<String> unread;
    try (JudgedServer judged = server.open()) {
      Set<String> allowed = new HashSet<>(judged.allowed());
      allowed.addAll(allow);
      requireKnown(allowed);
      Scripts reader = new Scripts(judged.engine(), placeholders, in);
      List<Script> scripts = reader.read(files);
      unread = reader.unread();
      report = new Assessor(judged, new Judge(allowed)).judge(scripts);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (sarif != null) {
      Files.writeString(sarif, SarifReport.of(report, Main.version()));
    }
    out.print(text(report));
    out.flush();
    tellOf(unread);
    return exitCode(report, unread.isEmpty());
  }

  /** A gate that passes over changes has to say so. */
  private void tellOf(List<String> unread) {
    PrintWriter err = spec.commandLine().getErr();
    for (String file : unread) {
      err.println("Not judged, as it is no SQL: " + file);
    }
    if (!unread.isEmpty()) {
      err.print(
          """
          Let Liquibase write what it would run on the database that is to be changed, and judge that:
            liquibase update-sql --changelog-file=FILE --url=URL > update.sql
          """);
    }
  }

  private static void requireKnown(Set<String> rules) throws CliException {
    for (String id : rules) {
      if (Rules.of(id).isEmpty()) {
        throw new CliException("Unknown rule: " + id + "; docs/rules/README.md lists all.");
      }
    }
  }

  private String text(Report report) {
    if (form != null && form.json) {
      return JsonReport.of(report);
    }
    if (form != null && form.github) {
      return GithubReport.of(report);
    }
    boolean coloured = colour == Colour.ALWAYS || (colour == Colour.AUTO && Ansi.AUTO.enabled());
    return TextReport.of(report, all, coloured ? Paint.COLOURED : Paint.PLAIN);
  }

  private int exitCode(Report report, boolean whole) {
    if (failOn.level() != null && report.countAtLeast(failOn.level()) > 0) {
      return Main.TOO_GRAVE;
    }
    boolean unknown = failOn != FailOn.NEVER && (report.hasUnknown() || !whole);
    return unknown ? Main.COULD_NOT : Main.FINE;
  }
}
