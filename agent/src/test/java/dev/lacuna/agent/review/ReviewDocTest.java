package dev.lacuna.agent.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/review.md} says is printed is printed; a line of {@code …} stands for any. */
class ReviewDocTest {

  private static final Path PAGE = Path.of("../docs/review.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- prints: (.*?) -->\n```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  /** In the order of the page: what one has accepted, the next one shows. */
  @Test
  void example_printsWhatThePageShows() throws IOException {
    Files.copy(Samples.log(), folder.resolve("plan-changes.jsonl"));
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(examples).hasSizeGreaterThan(3);
    for (MatchResult example : examples) {
      assertThat(printed(example.group(1)))
          .as(example.group(1))
          .containsPattern(pattern(example.group(2)));
    }
  }

  @Test
  void everyOption_isOnThePage() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(ReviewTool.commandLine("1.2.3").getSubcommands().values())
        .flatExtracting(command -> command.getCommandSpec().options())
        .flatExtracting(option -> Arrays.asList(option.names()))
        .filteredOn(name -> name.startsWith("--"))
        .hasSizeGreaterThan(12)
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  /** Standard output, and then standard error. */
  private String printed(String command) {
    String[] arguments =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .map(word -> word.matches("[\\w-]+\\.\\w+") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ReviewTool.run("1.2.3", new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return (out.toString() + err).replace(folder + "/", "");
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("…") ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
            .collect(Collectors.joining("", "\\A", "\\z")));
  }
}
