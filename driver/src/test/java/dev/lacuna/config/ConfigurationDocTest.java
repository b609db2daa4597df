package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {

  private static final Path DOC = Path.of("..", "docs", "configuration.md");
  private static final String WRITE = "docs.write";

  @Test
  void configuration_eachOption_isDocumentedAsItIs() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(DOC, ConfigurationDoc.text());
    }
    assertThat(Files.readString(DOC))
        .as(
            "%s; this writes it anew: mvn -q -pl driver test -Dtest=%s -D%s=true",
            DOC, getClass().getSimpleName(), WRITE)
        .isEqualTo(ConfigurationDoc.text());
  }
}
