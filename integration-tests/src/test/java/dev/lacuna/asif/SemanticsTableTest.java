package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/semantics.md} is that of the twin test. Run with {@code
 * -Ddocs.write=true}, this writes it.
 */
class SemanticsTableTest {

  private static final Path DOCS = Path.of("..", "docs", "semantics.md");
  private static final String BEGIN = "<!-- twin: begin (written by SemanticsTableTest) -->\n";
  private static final String END = "<!-- twin: end -->";

  @Test
  void docs_haveTheTableOfTheTwinTest() throws IOException {
    String docs = Files.readString(DOCS);
    int begin = docs.indexOf(BEGIN) + BEGIN.length();
    int end = docs.indexOf(END);
    assertThat(end).as("both markers are in %s", DOCS).isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("docs.write")) {
      docs = docs.substring(0, begin) + SemanticsTable.markdown() + docs.substring(end);
      Files.writeString(DOCS, docs);
      end = docs.indexOf(END);
    }
    assertThat(docs.substring(begin, end))
        .as(
            "out of date: mvn test -pl integration-tests -am -Dtest=SemanticsTableTest"
                + " -Ddocs.write=true")
        .isEqualTo(SemanticsTable.markdown());
  }
}
