package dev.lacuna.rewrite;

import dev.lacuna.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of an engine's costs in {@code docs/performance-server.md}. */
record CostPage(Engine engine) {

  private static final Path PAGE = Path.of("..", "docs", "performance-server.md");
  private static final int HEAD_LINES = 3;

  private String begin() {
    return "<!-- costs on " + engine.urlName() + ": begin (written by a test) -->\n";
  }

  private String end() {
    return "<!-- costs on " + engine.urlName() + ": end -->";
  }

  /** Puts other figures in place of those that are there. */
  void write(String table) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(begin()) + begin().length();
    Files.writeString(PAGE, page.substring(0, from) + table + page.substring(page.indexOf(end())));
  }

  /** The kinds that the page shows, each with what it says of the plan. */
  List<String> kinds() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf(begin()), page.indexOf(end()))
        .lines()
        .skip(HEAD_LINES)
        .map(line -> line.split(" *[|] *", -1))
        .map(cells -> cells[1] + ": " + cells[2])
        .toList();
  }

  /** The same of kinds that are measured. */
  static List<String> kinds(List<CostKind> measured) {
    return measured.stream().map(kind -> kind.name() + ": " + kind.plan()).toList();
  }
}
