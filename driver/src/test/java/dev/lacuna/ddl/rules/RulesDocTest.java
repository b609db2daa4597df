package dev.lacuna.ddl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesDocTest {

  private static final Path DOCS = Path.of("..", "docs", "rules");
  private static final String WRITE = "docs.write";

  @Test
  void rules_eachHasItsPage_asItIs() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(DOCS);
      for (Map.Entry<String, String> page : RulesDoc.pages().entrySet()) {
        Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
      }
    }
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(written)
        .as(
            "%s; this writes it anew: mvn -q -pl driver test -Dtest=%s -D%s=true",
            DOCS, getClass().getSimpleName(), WRITE)
        .isEqualTo(RulesDoc.pages());
  }
}
