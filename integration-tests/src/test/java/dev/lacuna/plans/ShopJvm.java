package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM that runs {@link Shop}, with nothing on its class path but that and the driver. */
final class ShopJvm implements AutoCloseable {

  private static final long END_SECONDS = 30;

  private final Process process;
  private final Path err;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  private ShopJvm(Process process, Path err) {
    this.process = process;
    this.err = err;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static ShopJvm start(Path folder, String url, String... jvmOptions) throws Exception {
    return start(Shop.class, folder, url, jvmOptions);
  }

  static ShopJvm start(Class<?> main, Path folder, String url, String... jvmOptions)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", classPath(), main.getName(), url));
    Path err = Files.createTempFile(folder, "shop", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    // A JVM that picks options up from there says so on standard error.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new ShopJvm(builder.start(), err);
  }

  /** The JVM's option that attaches the packaged agent, with its files in a folder. */
  static String agent(Path folder) {
    return "-javaagent:%s=%s".formatted(agentJar(), agentOptions(folder));
  }

  static String agentJar() {
    return System.getProperty("agent.jar");
  }

  static String agentOptions(Path folder) {
    return "log=%s,baseline=%s".formatted(log(folder), folder.resolve("baseline"));
  }

  static Path log(Path folder) {
    return folder.resolve("plan-changes.jsonl");
  }

  private static String classPath() throws Exception {
    return Stream.of(Shop.class, Class.forName("org.postgresql.Driver"))
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  long pid() {
    return process.pid();
  }

  /** The processors' time that it has taken so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Runs a statement so many times, and returns what the application says of the last run. */
  String run(int times, String sql, int... values) throws IOException {
    StringBuilder line = new StringBuilder().append(times).append('\t').append(sql);
    for (int value : values) {
      line.append('\t').append(value);
    }
    return ask(line.toString());
  }

  /** The application's answer to a line. */
  String ask(String line) throws IOException {
    commands.write(line + "\n");
    commands.flush();
    String answer = answers.readLine();
    assertThat(answer).as("the application answers; %s", errors()).isNotNull();
    return answer;
  }

  /** Ends the application, as its end of input does, and returns its exit code. */
  int end() throws IOException, InterruptedException {
    commands.close();
    assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).as("the JVM ended").isTrue();
    return process.exitValue();
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
