package dev.lacuna.demo;

import dev.lacuna.demo.Comparison.Verdict;
import dev.lacuna.demo.Screen.Ink;
import dev.lacuna.storm.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The order desk, run by {@code mvn -q -Pdemo verify}: one application, a database that has its
 * columns and one that lacks them, and then the columns arrive. With {@code -Ddemo.plain} the same
 * without Lacuna.
 */
public final class OrderDeskDemo {

  private final Screen screen;
  private final boolean plain;

  private OrderDeskDemo(Screen screen, boolean plain) {
    this.screen = screen;
    this.plain = plain;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "demo/logback.xml");
    Screen screen = Screen.standard(System.getProperty("style.color", "auto"), System.getenv());
    boolean plain = Boolean.parseBoolean(System.getProperty("demo.plain", "false"));
    boolean good = new OrderDeskDemo(screen, plain).run();
    System.exit(good || plain ? 0 : 1);
  }

  /** Whether all was as it must be. */
  private boolean run() throws IOException, InterruptedException, ExecutionException, SQLException {
    CompletableFuture<Deployment> starting = CompletableFuture.supplyAsync(() -> start(true));
    try (Deployment without = start(false);
        Deployment with = starting.get()) {
      introduce(with, without);
      boolean sameAnswers = sideBySide(with, without);
      boolean nothingLost = arrival(without);
      boolean shiftLogged = plans(without);
      conclude(sameAnswers && nothingLost && shiftLogged);
      return sameAnswers && nothingLost && shiftLogged;
    }
  }

  private void introduce(Deployment with, Deployment without) {
    screen.line();
    screen.line(
        screen.ink(Ink.TITLE, plain ? "The order desk, without Lacuna" : "The order desk")
            + ": one application, two databases, a migration that one has not had");
    screen.line();
    screen.line("    with       " + Deployment.url(!plain, with.port()));
    screen.line("    without    " + Deployment.url(!plain, without.port()));
    screen.line("    migration  " + Deployment.MIGRATION);
    Resources.text(Deployment.MIGRATION)
        .lines()
        .filter(line -> line.startsWith("ALTER"))
        .forEach(line -> screen.line("               " + screen.ink(Ink.COLUMN, line)));
    if (!plain) {
      screen.line("    declared   " + Deployment.DECLARATION + ", in both URLs");
    }
  }

  private boolean sideBySide(Deployment with, Deployment without) {
    title("1  The same statements on both");
    List<Comparison> comparisons = new SideBySide(screen, with, without).run(OrderDesk.day());
    screen.line();
    new DaySummary(screen).of(comparisons);
    return comparisons.stream()
        .map(Comparison::verdict)
        .allMatch(verdict -> verdict == Verdict.ALIKE || verdict == Verdict.VANISHED);
  }

  private boolean arrival(Deployment without)
      throws SQLException, InterruptedException, ExecutionException {
    title("2  The migration runs on the second, under traffic");
    screen.line(
        "    %d desks read and write users.nickname, in autocommit and in transactions;"
                .formatted(Arrival.DESKS)
            + " after %d s it arrives.".formatted(Arrival.BEFORE.toSeconds()));
    screen.line();
    String ddl = Resources.text(Deployment.MIGRATION);
    Arrival.Report report =
        new Arrival(without.pool(), without.plain(), ddl, new Progress(screen)).run();
    screen.line();
    new ArrivalSummary(screen).of(report);
    screen.line();
    return report.outcome().findings().isClean();
  }

  private boolean plans(Deployment without) throws IOException, SQLException, InterruptedException {
    title("3  What a column does to a plan");
    String agent = System.getProperty("demo.agent", "");
    if (!Files.exists(Path.of(agent))) {
      screen.line("    (needs the agent's jar: run by mvn -q -Pdemo verify)");
      return true;
    }
    boolean logged =
        new PlanWatch(
                screen, Path.of(agent), without.plain(), Deployment.url(!plain, without.port()))
            .run();
    screen.line();
    return logged;
  }

  private void conclude(boolean good) {
    if (plain) {
      screen.line("That was the plain driver. The same through Lacuna: mvn -q -Pdemo verify");
    } else if (good) {
      screen.line(screen.ink(Ink.GOOD, "The order desk has noticed nothing."));
    } else {
      screen.line(
          screen.ink(Ink.BAD, "That is not what Lacuna promises: a bug. Please report it."));
    }
    screen.line();
  }

  private void title(String text) {
    screen.line();
    screen.line(screen.ink(Ink.TITLE, text));
    screen.line();
  }

  private Deployment start(boolean migrated) {
    try {
      return Deployment.start(migrated, !plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
