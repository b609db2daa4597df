package dev.lacuna.agent.review.html;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, of this machine. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final long SECONDS = 60;

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /**
   * Starts one, with a page. Where there is none, the test is skipped; in a build that has to have
   * everything (CI=true) it fails.
   */
  static Chromium start(Path profile) throws Exception {
    Path binary = find().orElseGet(Chromium::missing);
    // Without its sandbox, as it must run as root in a container; it opens our own page only.
    ProcessBuilder builder =
        new ProcessBuilder(
                binary.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile());
    Process process = builder.start();
    try {
      DevTools tools = new DevTools(address(process, profile));
      tools.openPage();
      return new Chromium(process, tools);
    } catch (Exception e) {
      end(process);
      throw e;
    }
  }

  DevTools tools() {
    return tools;
  }

  private static Optional<Path> find() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing() {
    String message = "There is no Chromium on the PATH (" + String.join(", ", NAMES) + ")";
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }

  /** It writes its port, and the path to talk to, into its profile. */
  private static URI address(Process process, Path profile)
      throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      Thread.sleep(50);
    }
    throw new IOException(
        "Chromium did not start:\n" + Files.readString(profile.resolve("chromium.log")));
  }

  @Override
  public void close() throws Exception {
    try {
      tools.close();
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } finally {
      end(process);
    }
  }

  /** With its children, so that none still writes into the profile. */
  private static void end(Process process) throws Exception {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().get(SECONDS, TimeUnit.SECONDS);
    }
  }
}
