package dev.lacuna.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path from the root of the project
 */
record Page(Path path, String text) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE =
      Pattern.compile("(?:^<!-- (.*) -->\\n)?^```(\\w*)\\n((?s).*?)^```$", Pattern.MULTILINE);

  /**
   * A block of code on a page.
   *
   * @param comment what the HTML comment on the line before it says; empty where there is none
   * @param language as the fence names it, or empty
   * @param start where the body starts in the page's text
   */
  record Block(Page page, String comment, String language, String body, int start) {

    /** Where it is, for a person. */
    String place() {
      return page.path() + ":" + (1 + page.text().substring(0, start).lines().count());
    }

    int end() {
      return start + body.length();
    }
  }

  static Page of(String path) {
    try {
      return new Page(Path.of(path), Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page that users read. */
  static List<Page> all() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
              docs.filter(path -> path.toString().endsWith(".md"))
                  .map(path -> ROOT.relativize(path).toString())
                  .sorted())
          .map(Page::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      String comment = fence.group(1) == null ? "" : fence.group(1);
      blocks.add(new Block(this, comment, fence.group(2), fence.group(3), fence.start(3)));
    }
    return blocks;
  }

  /** The blocks below a comment that starts with a word and a colon. */
  List<Block> blocksMarked(String word) {
    return blocks().stream().filter(block -> block.comment().startsWith(word + ":")).toList();
  }

  /** A file that is named on the page, or in it. */
  Path resolve(String link) {
    return ROOT.resolve(path).resolveSibling(link).normalize();
  }

  /** Puts a text in the place of another. */
  void write(String replaced) {
    try {
      Files.writeString(ROOT.resolve(path), replaced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
