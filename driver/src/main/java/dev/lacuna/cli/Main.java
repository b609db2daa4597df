package dev.lacuna.cli;

import dev.lacuna.cli.script.ScriptException;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the driver's jar: what was asked for, and the exit code. */
@Command(
    name = "java -jar lacuna-driver-all.jar",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "judge",
    description = "Judges the DDL in migration files, without running it.",
    footer = {
      "",
      "Exit code: 0 fine, 1 a verdict is as grave as --fail-on says, 2 it could not be done.",
      ""
    })
public final class Main implements Runnable {

  static final int FINE = 0;
  static final int TOO_GRAVE = 1;
  static final int COULD_NOT = 2;

  private static final String OUTSIDE_A_JAR = "(unpackaged)";

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs with the process's own inputs and outputs, and ends the process. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exit = run(System.in, out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Runs, and returns the exit code. */
  static int run(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(in).setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine(InputStream in) {
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().version("Lacuna " + version());
    return line.addSubcommand(new JudgeCommand(in))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::explain);
  }

  /** The version in the manifest of the jar. */
  static String version() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), OUTSIDE_A_JAR);
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
            || problem instanceof ScriptException
            || problem instanceof CliException;
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
