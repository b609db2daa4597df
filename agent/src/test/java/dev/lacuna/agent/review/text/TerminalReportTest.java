package dev.lacuna.agent.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.LoggedShift;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {

  private static final int WIDTH = 100;
  private static final int QUERIES = 5;

  @Test
  void card_isASentence_aCause_queriesWithBothPlans_andWhatWouldHelp() {
    assertThat(plain(Samples.review(Samples.shift("a1"))))
        .startsWith(
            """
            WARN Orders.byCustomer lost its index-only scan on o_cov: SELECT * now fetches region.
              cause: orders.region was added by the application, 2026-11-20 22:14:03Z · shop · postgresql 18.6 ·
              cause-6a18eb1aa0
                ALTER TABLE orders ADD COLUMN region varchar(8)

              ● Orders.byCustomer · 5,120 calls · a1
                lost covering index
                SELECT * FROM orders WHERE customer_id = ?
                p50 0.40 → 2 ms, p95 1.1 → 6.3 ms (5.7×)
                - INDEX_ONLY_SCAN public.orders using o_cov · 12 rows
                + SEQ_SCAN public.orders · 12 rows

              → Name the columns that are needed in place of *: the index covers them still.
              → Or let the index hold the new column as well. This prints the statement:
            """)
        .endsWith(
            """

            1 cause, 1 query: 1 warn.
            To accept: java -jar lacuna-agent.jar accept [LOG] KEY --by WHO --why REASON
            """);
  }

  @Test
  void improvementsAndAccepted_haveAParagraphEach() {
    String report =
        plain(Samples.night(Samples.acceptance("c1a68d3625b9", "a82f5cf4f5336d60", null)));

    assertThat(report.lines())
        .containsSubsequence(
            "Improvements",
            "  Orders.inRegion no longer reads all of orders, but by bitmap heap scan on orders_region: an index",
            "Accepted",
            "  Orders.byCustomer lost its index-only scan on o_cov: SELECT * now fetches region. (ada: known) ·",
            "3 causes, 6 queries: 2 block, 4 warn; 2 improvements; 1 accepted.");
  }

  @Test
  void lapsedAcceptance_isTold() {
    assertThat(plain(Samples.night(Samples.acceptance("c1a68d3625b9", "another", null))))
        .contains("ada accepted it on 2026-11-01; the plan has moved again since.");
  }

  @Test
  void queriesBeyondTheWorst_haveTwoLinesEach() {
    Review review = Samples.review(Samples.many(QUERIES + 2).toArray(LoggedShift[]::new));

    assertThat(plain(review)).containsOnlyOnce("● Orders.byCustomer · 5,120 calls · key-6");
    assertThat(plain(review).lines().filter(line -> line.contains("- INDEX_ONLY_SCAN")))
        .hasSize(QUERIES);
  }

  @Test
  void nothingToReview_isALine() {
    assertThat(plain(Samples.review(new LoggedShift[0]))).isEqualTo("Nothing to review.\n");
  }

  /** Statements are for pasting, and are left whole. */
  @ParameterizedTest
  @ValueSource(ints = {40, 72, 140})
  void width_isKept(int width) {
    Review review = Samples.night();
    Set<String> statements =
        Stream.of(review.open(), review.improvements())
            .flatMap(List::stream)
            .map(Card::remedies)
            .flatMap(List::stream)
            .flatMap(remedy -> remedy.sql().lines())
            .map(line -> "    " + line)
            .collect(Collectors.toSet());

    assertThat(TerminalReport.of(review, Paint.PLAIN, width, QUERIES).lines())
        .filteredOn(line -> !statements.contains(line))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
  }

  @Test
  void escapeSequenceInAStatement_doesNotReachTheTerminal() {
    assertThat(plain(Samples.night())).contains("␛[31m").doesNotContain("\u001b");
  }

  @Test
  void colours_areAllThatPaintAdds() {
    String coloured = TerminalReport.of(Samples.night(), Paint.COLOURED, WIDTH, QUERIES);

    assertThat(coloured).contains("\u001b[31m", "\u001b[32m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(Samples.night()));
  }

  private static String plain(Review review) {
    return TerminalReport.of(review, Paint.PLAIN, WIDTH, QUERIES);
  }
}
