package dev.lacuna.agent.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.accept.AcceptedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewToolTest {

  private static final String KEY = "c1a68d3625b9";
  private static final String CAUSE_OF_THREE = "cause-cf47187f71";

  @TempDir private Path folder;
  private Path log = Path.of("");

  @BeforeEach
  void setUp() throws IOException {
    log = Files.copy(Samples.log(), folder.resolve("plan-changes.jsonl"));
  }

  @Test
  void review_showsCards_andIsFine() {
    Run run = run("review", log.toString());

    assertThat(run.out()).startsWith("BLOCK Sales.byCountry reads all of orders");
    assertThat(run).extracting(Run::err, Run::exit).containsExactly("", 0);
  }

  @Test
  void review_writesWhatIsAskedFor_inFoldersThatItMakes() {
    Path out = folder.resolve("build/reports");

    Run run =
        run(
            "review",
            log.toString(),
            "--html",
            out.resolve("r.html").toString(),
            "--junit",
            out.resolve("r.xml").toString(),
            "--sarif",
            out.resolve("r.sarif").toString(),
            "--markdown",
            out.resolve("r.md").toString());

    assertThat(run.exit()).isZero();
    assertThat(out.resolve("r.html")).content().startsWith("<!doctype html>");
    assertThat(out.resolve("r.xml")).content().contains("<testsuites>");
    assertThat(out.resolve("r.sarif")).content().contains("\"2.1.0\"");
    assertThat(out.resolve("r.md")).content().startsWith("## Plan review");
    assertThat(run.out()).endsWith("3 causes, 7 queries: 2 block, 5 warn; 2 improvements.\n");
  }

  @Test
  void markdown_withoutAFile_isShown() {
    assertThat(run("review", "--markdown", log.toString()).out()).startsWith("## Plan review");
  }

  @Test
  void rotatedLog_isReadBefore() throws IOException {
    Files.move(log, folder.resolve("plan-changes.jsonl.1"));
    Files.createFile(log);

    assertThat(run("review", log.toString()).out()).contains("3 causes, 7 queries");
  }

  @Test
  void brokenLine_isTold_andTheRestIsShown() throws IOException {
    Files.writeString(log, "{\"schema\": 1, \"time\"", StandardOpenOption.APPEND);

    Run run = run("review", log.toString());

    assertThat(run.err())
        .isEqualTo("plan-changes.jsonl, line 11 is left out: it is no JSON object.\n");
    assertThat(run.out()).contains("3 causes, 7 queries");
    assertThat(run.exit()).isZero();
  }

  @Test
  void gate_isShutByWhatIsSevereEnough() {
    assertThat(run("review", log.toString(), "--fail-on", "warn"))
        .extracting(Run::err, Run::exit)
        .containsExactly("7 shifts of at least warn: not reviewed.\n", 1);
  }

  @Test
  void gate_isOpenedByAcceptance() {
    for (String key : new String[] {"066ce5c96886", CAUSE_OF_THREE}) {
      assertThat(accept(key).exit()).isZero();
    }

    assertThat(run("review", log.toString(), "--fail-on", "block").exit()).isZero();
    assertThat(run("review", log.toString(), "--fail-on", "warn").exit()).isEqualTo(1);
  }

  @Test
  void gate_isShutAgain_whenThePlanMovesAgain() throws IOException {
    accept(KEY);
    String moved =
        Files.readAllLines(log).get(1).replace("a82f5cf4f5336d60", "0000000000000000") + "\n";
    Files.writeString(log, moved);

    Run run = run("review", log.toString(), "--fail-on", "warn");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("ada accepted it on", "the plan has moved again since.");
  }

  @Test
  void accept_writesAFileBesideTheLog() throws IOException {
    Run run = run("accept", log.toString(), "c1a6", "--by", "ada", "--why", "it is small");

    assertThat(run.out())
        .isEqualTo(
            """
            Accepted: Orders.byCustomer lost its index-only scan on o_cov: SELECT * now fetches region.
            Wrote %s
            """
                .formatted(folder.resolve(AcceptedFile.NAME)));
    assertThat(AcceptedFile.read(folder.resolve(AcceptedFile.NAME)))
        .hasEntrySatisfying(KEY, it -> assertThat(it.why()).isEqualTo("it is small"));
  }

  @Test
  void accept_ofACause_isOfAllItsShifts() throws IOException {
    accept(CAUSE_OF_THREE);

    assertThat(AcceptedFile.read(folder.resolve(AcceptedFile.NAME)))
        .containsOnlyKeys("ef1e5c0d5b1b", "3cfffdb5cef8", "264bf4d9122e");
  }

  @Test
  void accept_toAnotherFile_isReadFromThere() {
    Path file = folder.resolve("accepted.json");

    run("accept", log.toString(), KEY, "--by", "ada", "--why", "known", "--file", file.toString());

    assertThat(folder.resolve(AcceptedFile.NAME)).doesNotExist();
    assertThat(run("review", log.toString(), "--file", file.toString()).out())
        .contains("1 accepted");
  }

  @Test
  void accept_whatCannotBe_isTold_andNothingIsWritten() {
    assertThat(run("accept", log.toString(), "nobody", "--why", "known"))
        .extracting(Run::err, Run::exit)
        .containsExactly("No shift in " + log + " has the key nobody.\n", 2);
    assertThat(run("accept", log.toString(), KEY, "--why", " ").err())
        .isEqualTo("--why must say something: it is what the next reviewer reads.\n");
    assertThat(run("accept", log.toString(), KEY, "--why", "known", "--until", "2020-01-01").err())
        .startsWith("--until must be >= ");
    assertThat(folder.resolve(AcceptedFile.NAME)).doesNotExist();
  }

  @Test
  void whatCannotBeDone_isTold_withExitCode2() throws IOException {
    assertThat(run("review", folder.resolve("none.jsonl").toString()))
        .satisfies(run -> assertThat(run.err()).startsWith("There is no file "))
        .extracting(Run::exit)
        .isEqualTo(2);
    assertThat(run("review", log.toString(), "--fail-on", "never").exit()).isEqualTo(2);

    Files.writeString(log, "{\"schema\": 2}\n");
    assertThat(run("review", log.toString()))
        .extracting(Run::err, Run::exit)
        .containsExactly(
            "The log has schema 2, this agent reads schema 1: review it with the jar that wrote it.\n",
            2);
  }

  @Test
  void acceptedFile_thatIsNone_isTold_andNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve(AcceptedFile.NAME), "<<<<<<< HEAD\n");

    Run run = accept(KEY);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith(file + " is no file of accepted shifts: ");
    assertThat(file).hasContent("<<<<<<< HEAD");
  }

  private Run accept(String key) {
    return run("accept", log.toString(), key, "--by", "ada", "--why", "known");
  }

  private record Run(int exit, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ReviewTool.run("1.2.3", new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(exit, out.toString(), err.toString());
  }
}
