package dev.lacuna.agent.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  /** GitHub refuses a longer comment. */
  private static final int MOST = 65_536;

  @Test
  void card_isAHeading_aTable_aDiffAndStatements() {
    assertThat(MarkdownReport.of(Samples.review(Samples.shift("a1"))))
        .startsWith(
            """
            ## Plan review

            1 cause, 1 query: 1 warn.

            ### warn: Orders.byCustomer lost its index-only scan on o\\_cov: SELECT \\* now fetches region.

            Cause: orders.region was added by the application, 2026-11-20 22:14:03Z.

            | query | what | latency | key |
            | --- | --- | --- | --- |
            | Orders.byCustomer<br><code>SELECT \\* FROM orders WHERE customer\\_id = ?</code> | \
            lost covering index | p50 0.40 → 2 ms, p95 1.1 → 6.3 ms (5.7×) | <code>a1</code> |

            ```diff
            - INDEX_ONLY_SCAN public.orders using o_cov · 12 rows
            + SEQ_SCAN public.orders · 12 rows
            ```

            Name the columns that are needed in place of \\*: the index covers them still.
            """);
  }

  @Test
  void improvementsAndAccepted_areFolded() {
    assertThat(
            MarkdownReport.of(
                Samples.night(Samples.acceptance("c1a68d3625b9", "a82f5cf4f5336d60", null))))
        .contains(
            "<details><summary>Improvements: 2</summary>",
            "<details><summary>Accepted: 1</summary>");
  }

  @Test
  void textOfAStatement_isNeitherMarkdownNorHtmlNorAMention() {
    LoggedShift hostile =
        Samples.shift(
            "a1",
            Samples.HOSTILE,
            "postgresql 18.6",
            Samples.cause("add-column"),
            Samples.shift("sort-added", Severity.WARN));

    assertThat(MarkdownReport.of(Samples.review(hostile)))
        .contains("&lt;img src=x onerror=alert(2)&gt;", "\\`&#64;all\\` \\](x) \\|")
        .doesNotContain("<img", "<script", "@all");
  }

  @Test
  void manyCauses_fitAComment_andTheRestIsCounted() {
    LoggedShift[] many =
        IntStream.range(0, 500)
            .mapToObj(
                number ->
                    Samples.shift(
                        "key-" + number,
                        "SELECT * FROM orders",
                        "postgresql 18.6",
                        Samples.cause("add-column", "column_" + number),
                        Samples.shift("covering-lost", Severity.WARN)))
            .toArray(LoggedShift[]::new);

    String report = MarkdownReport.of(Samples.review(many));

    assertThat(report).hasSizeLessThan(MOST).containsPattern("\n\\d+ more causes not shown\\.\n");
  }
}
