package dev.lacuna.agent.review;

import dev.lacuna.agent.review.shift.NewerSchemaException;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: what was asked for, and the exit code. */
@Command(
    name = "java -jar lacuna-agent.jar",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(review | accept)",
    description = "Reviews the queries whose plan changed after a column was added.",
    footer = {"", "Exit code: 0 fine, 1 the gate of --fail-on is shut, 2 it could not be done."})
public final class ReviewTool implements Runnable {

  static final int FINE = 0;
  static final int GATE_IS_SHUT = 1;
  static final int COULD_NOT = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  private ReviewTool() {}

  /**
   * Runs with the process's own outputs.
   *
   * @param version of the tool
   * @return the exit code
   */
  public static int main(String version, String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exit = run(version, out, err, arguments);
    out.flush();
    err.flush();
    return exit;
  }

  static int run(String version, PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(version).setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine(String version) {
    CommandLine line = new CommandLine(new ReviewTool());
    line.getCommandSpec().version("Lacuna agent " + version);
    return line.addSubcommand(new ReviewCommand(version))
        .addSubcommand(new AcceptCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(ReviewTool::explain);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** A sentence for what the user can mend; a fault of the tool's own is thrown on. */
  private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult arguments)
      throws Exception {
    boolean canBeMended =
        problem instanceof IOException
            || problem instanceof ReviewException
            || problem instanceof NewerSchemaException;
    if (!canBeMended) {
      throw problem;
    }
    String message =
        problem instanceof NoSuchFileException
            ? "There is no file " + problem.getMessage()
            : String.valueOf(problem.getMessage());
    line.getErr().println(message);
    return COULD_NOT;
  }

  /** A terminal's own characters; a file's are UTF-8, and so are those of one that says ASCII. */
  @SuppressWarnings(
      "SystemConsoleNull") // Where JDK 22 has one without a terminal, its charset will do.
  private static PrintWriter writer(FileDescriptor to) {
    Console console = System.console();
    Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
    return new PrintWriter(
        new FileOutputStream(to),
        true,
        charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
  }
}
