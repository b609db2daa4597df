package dev.lacuna.demo;

import dev.lacuna.demo.Screen.Ink;
import dev.lacuna.storm.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An application with the agent, a column that somebody adds, and what the agent logs of it. */
final class PlanWatch {

  static final String COLUMN = "ALTER TABLE parcels ADD COLUMN carrier text";

  /** A statement a line. */
  private static final String SCHEMA = "demo/parcels.sql";

  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Plans are trees: the page of the review shows them, not a terminal's line. */
  private static final String PLAN = "\"plan\":{";

  private final Screen screen;
  private final Path agent;
  private final DataSource database;
  private final String url;

  PlanWatch(Screen screen, Path agent, DataSource database, String url) {
    this.screen = screen;
    this.agent = agent;
    this.database = database;
    this.url = url;
  }

  /** Whether the shift was logged. */
  boolean run() throws IOException, SQLException, InterruptedException {
    Path folder = Files.createTempDirectory("lacuna-demo");
    Path log = folder.resolve("plan-changes.jsonl");
    Path baseline = folder.resolve("plan-baseline");
    for (String sql : Resources.text(SCHEMA).lines().toList()) {
      execute(sql);
    }
    Process application = start(log, baseline);
    try {
      boolean known = await(() -> holds(baseline, "parcels"));
      screen.line("    " + screen.ink(Ink.COLUMN, COLUMN) + ", by somebody else");
      execute(COLUMN);
      boolean logged = await(() -> Files.size(log) > 0) && known;
      screen.line();
      if (logged) {
        show(log);
      } else {
        screen.line(
            "    " + screen.ink(Ink.BAD, "nothing was logged in " + AT_MOST.toSeconds() + " s"));
      }
      return logged;
    } finally {
      application.destroy();
      application.waitFor();
      delete(folder);
    }
  }

  private Process start(Path log, Path baseline) throws IOException {
    screen.line(
        "    java -javaagent:lacuna-agent.jar=log=plan-changes.jsonl … "
            + ParcelDesk.class.getSimpleName());
    return new ProcessBuilder(
            JAVA.toString(),
            "-javaagent:" + agent + "=log=" + log + ",baseline=" + baseline,
            "-cp",
            System.getProperty("java.class.path"),
            ParcelDesk.class.getName(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(log.resolveSibling("output").toFile())
        .start();
  }

  private void show(Path log) throws IOException, InterruptedException {
    String line = withoutPlans(Files.readAllLines(log).get(0));
    screen.line("    plan-changes.jsonl: " + screen.ink(Ink.FAINT, line));
    screen.line();
    screen.line("    java -jar lacuna-agent.jar review plan-changes.jsonl");
    screen.line();
    Process review =
        new ProcessBuilder(JAVA.toString(), "-jar", agent.toString(), "review", log.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(review.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    said.lines().forEach(each -> screen.line("    " + each));
    review.waitFor();
  }

  private static String withoutPlans(String line) {
    StringBuilder told = new StringBuilder(line);
    for (int at = told.indexOf(PLAN); at >= 0; at = told.indexOf(PLAN, at + 1)) {
      int start = at + PLAN.length();
      int depth = 1;
      int end = start;
      for (; depth > 0; end++) {
        depth += told.charAt(end) == '{' ? 1 : told.charAt(end) == '}' ? -1 : 0;
      }
      told.replace(start, end - 1, "…");
    }
    return told.toString();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Check {
    boolean holds() throws IOException;
  }

  private static boolean await(Check check) throws IOException, InterruptedException {
    long end = System.nanoTime() + AT_MOST.toNanos();
    while (!check.holds()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      Thread.sleep(100);
    }
    return true;
  }

  private static boolean holds(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    for (Path file : filesOf(folder)) {
      if (file.toString().endsWith(".json") && Files.readString(file).contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = filesOf(folder);
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(files.get(i));
    }
  }
}
