package dev.lacuna.agent.review.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.agent.review.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedFileTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void setUp() {
    file = folder.resolve(AcceptedFile.NAME);
  }

  @Test
  void noFile_isNoAcceptance() throws IOException {
    assertThat(AcceptedFile.read(file)).isEmpty();
  }

  @Test
  void acceptances_comeBackAsTheyWere_sortedByKey() throws IOException {
    Acceptance one = Samples.acceptance("b", "h1", null);
    Acceptance other = Samples.acceptance("a", "h2", LocalDate.of(2026, 12, 31));

    AcceptedFile.write(file, List.of(one, other));

    assertThat(AcceptedFile.read(file).values()).containsExactly(other, one);
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).as("no draft is left").containsExactly(AcceptedFile.NAME);
  }

  @Test
  void file_hasAFieldALine_soThatChangesMerge() throws IOException {
    AcceptedFile.write(file, List.of(Samples.acceptance("k", "h", LocalDate.of(2026, 12, 31))));

    assertThat(file)
        .hasContent(
            """
            {
              "schema": 1,
              "accepted": [
                {
                  "key": "k",
                  "hash": "h",
                  "query": "a query",
                  "by": "ada",
                  "why": "known",
                  "on": "2026-11-01",
                  "until": "2026-12-31"
                }
              ]
            }
            """);
  }

  @Test
  void fileThatIsNone_isRefusedByName() throws IOException {
    for (String text : List.of("<<<<<<< HEAD", "[]", "{\"accepted\": [{\"key\": \"k\"}]}")) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> AcceptedFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(AcceptedFile.NAME + " is no file of accepted shifts");
    }
  }
}
