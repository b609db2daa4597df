package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The Java code in the documentation is cut from tests. A comment above each block names its class
 * and region: {@code <!-- snippet: GettingStartedTest connect -->}; in the class, the region stands
 * between {@code // region connect} and {@code // endregion}.
 */
class SnippetsTest {

  /** Those of Spring first, whose {@code User} is an entity. */
  private static final List<Path> SOURCES =
      List.of(
          Path.of("spring-tests", "src", "test", "java"),
          Path.of("quarkus-tests", "src", "test", "java"),
          Path.of("src", "test", "java"));

  @TestFactory
  Stream<DynamicTest> java_isCutFromATest() {
    return Page.all().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.language().equals("java"))
        .map(block -> dynamicTest(block.place(), () -> isCut(block)));
  }

  private static void isCut(Page.Block block) throws IOException {
    assertThat(block.comment())
        .as("the comment above %s names a class and a region", block.place())
        .matches("snippet: \\w+ \\w+");
    String[] named = block.comment().split(" ", -1);
    assertThat(block.body()).isEqualTo(region(named[1], named[2]));
  }

  private static String region(String type, String name) throws IOException {
    List<String> lines = Files.readAllLines(source(type));
    int from = find(lines, 0, "// region " + name);
    int to = find(lines, from, "// endregion");
    return String.join("\n", lines.subList(from + 1, to)).stripTrailing().stripIndent() + "\n";
  }

  private static Path source(String type) throws IOException {
    for (Path sources : SOURCES) {
      try (Stream<Path> files = Files.walk(sources)) {
        Optional<Path> found = files.filter(file -> file.endsWith(type + ".java")).findAny();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new AssertionError("There is no class " + type);
  }

  private static int find(List<String> lines, int from, String stripped) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(stripped)) {
        return i;
      }
    }
    throw new AssertionError("There is no line that says " + stripped);
  }
}
