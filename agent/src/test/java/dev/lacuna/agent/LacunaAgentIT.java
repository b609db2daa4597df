package dev.lacuna.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real JVMs with the packaged jar, as an application would. */
class LacunaAgentIT {

  private static final String JAR = property("lacuna.agent.jar");
  private static final String BANNER = "Lacuna agent " + property("lacuna.agent.version");
  private static final long JVM_SECONDS = 60;

  @TempDir private Path outputs;

  @Test
  void javaagent_printsOneLineToStandardError_andRunsTheApplication() throws Exception {
    Output output = java("-javaagent:" + JAR, "-cp", testClasses(), Greeter.class.getName());

    assertThat(output.err()).containsExactly(BANNER + ": attached at start-up");
    assertThat(output.out()).containsExactly(Greeter.GREETING);
    assertThat(output.exit()).isZero();
  }

  @Test
  void jar_runByItself_printsVersionAndUsage() throws Exception {
    Output output = java("-jar", JAR);

    assertThat(output.out()).first().isEqualTo(BANNER);
    assertThat(output.out()).anyMatch(line -> line.contains("-javaagent:lacuna-agent.jar"));
    assertThat(output.err()).isEmpty();
    assertThat(output.exit()).isZero();
  }

  @Test
  void jar_review_showsTheLog_andFailsOnWhatNobodyAccepted() throws Exception {
    String log = Samples.log().toString();

    Output shown = java("-jar", JAR, "review", log);
    Output gate = java("-jar", JAR, "review", log, "--fail-on", "block");

    assertThat(shown.out()).last().asString().startsWith("To accept:");
    assertThat(shown.exit()).isZero();
    assertThat(gate.err()).containsExactly("2 shifts of at least block: not reviewed.");
    assertThat(gate.exit()).isEqualTo(1);
  }

  @Test
  void jar_holdsTheLicencesOfWhatIsInIt() throws Exception {
    try (JarFile jar = new JarFile(JAR)) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      assertThat(text(jar, "META-INF/licenses/ASM")).contains("Redistribution and use");
      assertThat(text(jar, "META-INF/licenses/HdrHistogram")).contains("Gil Tene");
      assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
          .contains("Byte Buddy", "Gson", "HdrHistogram", "picocli");
      assertThat(jar.stream().map(JarEntry::getName))
          .as("what is of others, and is not told of in THIRD-PARTY.txt")
          .filteredOn(name -> name.startsWith("inst/") && name.endsWith(".classdata"))
          .allMatch(name -> name.matches("inst/dev/lacuna/agent/.*"))
          .filteredOn(name -> name.contains("/lib/"))
          .allMatch(
              name ->
                  name.matches("inst/dev/lacuna/agent/lib/(asm|gson|hdr|picocli|sql|engine)/.*"));
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The application that the agent is attached to. */
  static final class Greeter {

    static final String GREETING = "the application ran";

    private Greeter() {}

    public static void main(String[] args) {
      System.out.println(GREETING);
    }
  }

  private record Output(int exit, List<String> out, List<String> err) {}

  private Output java(String... arguments) throws IOException, InterruptedException {
    Path out = outputs.resolve("out");
    Path err = outputs.resolve("err");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(java.toString()), Stream.of(arguments)).toList())
            .directory(outputs.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // A JVM that picks options up from there says so on standard error, and would spoil the count
    // of lines.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(JVM_SECONDS, TimeUnit.SECONDS)).as("the JVM ended").isTrue();
      return new Output(process.exitValue(), lines(out), lines(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }

  private static String testClasses() throws Exception {
    return Path.of(LacunaAgentIT.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> "-D" + name + " is set by the build: run `mvn verify`");
  }
}
