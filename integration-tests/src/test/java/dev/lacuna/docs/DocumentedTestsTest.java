package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the page on conformance names for what broke in other wrappers exist. */
class DocumentedTestsTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

  @Test
  void test_thatThePageNames_exists() throws IOException {
    String text = Page.of("docs/conformance.md").text();
    int start = text.indexOf("| reported | tested by |");
    String table = text.substring(start, text.indexOf("\n\n", start));

    assertThat(NAMED.matcher(table).results().toList())
        .hasSizeGreaterThan(40)
        .allSatisfy(named -> assertThat(source(named.group(1))).contains(named.group(2) + "("));
  }

  /** The text of all classes of that name. */
  private static String source(String type) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String module :
        List.of(
            "driver",
            "integration-tests",
            "integration-tests/spring-tests",
            "integration-tests/quarkus-tests")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : files.filter(each -> each.endsWith(type + ".java")).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }
}
