package dev.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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

/** What {@code docs/cli.md} says is printed is printed; a line of {@code …} stands for any. */
class CliDocTest {

  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\n```sql\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- prints: (.*?) -->\n```\\w*\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder;

  @Test
  void example_printsWhatThePageShows() throws IOException {
    String page = Files.readString(PAGE);
    for (MatchResult file : FILE.matcher(page).results().toList()) {
      Path path = folder.resolve(file.group(1));
      Files.createDirectories(path.resolve("..").normalize());
      Files.writeString(path, file.group(2));
    }
    List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();

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

    assertThat(Main.commandLine(InputStream.nullInputStream()).getSubcommands().values())
        .flatExtracting(command -> command.getCommandSpec().options())
        .flatExtracting(option -> Arrays.asList(option.names()))
        .filteredOn(name -> name.startsWith("--"))
        .hasSizeGreaterThan(12)
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  /** Standard output, then standard error, and the exit code where it is not 0. */
  private String printed(String command) {
    String[] arguments =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .map(word -> word.startsWith("db") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            InputStream.nullInputStream(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments);
    String code = exit == 0 ? "" : "exit code " + exit + "\n";
    return (out.toString() + err + code).replace(folder + "/", "");
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("…") ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
            .collect(Collectors.joining("", "\\A", "\\z")));
  }
}
