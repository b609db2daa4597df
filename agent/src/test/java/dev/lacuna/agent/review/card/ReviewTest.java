package dev.lacuna.agent.review.card;

import static dev.lacuna.agent.review.Samples.TODAY;
import static dev.lacuna.agent.review.Samples.acceptance;
import static dev.lacuna.agent.review.Samples.byKey;
import static dev.lacuna.agent.review.Samples.cause;
import static dev.lacuna.agent.review.Samples.finding;
import static dev.lacuna.agent.review.Samples.review;
import static dev.lacuna.agent.review.Samples.settled;
import static dev.lacuna.agent.review.Samples.shift;
import static dev.lacuna.agent.review.Samples.withHash;
import static dev.lacuna.agent.review.Samples.withLatency;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.ShiftLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {

  @Test
  void queriesOfOneCause_areOneCard_theWorstFirst() {
    LoggedShift slower = withLatency(shift("b"), 100);
    LoggedShift block =
        shift(
            "c",
            "SELECT 1",
            "postgresql 18",
            cause("add-column"),
            Samples.shift("seq-scan", Severity.BLOCK));
    LoggedShift other =
        shift(
            "d",
            "SELECT 1",
            "postgresql 18",
            cause("backfill"),
            Samples.shift("sort-added", Severity.WARN));

    Review review = review(shift("a"), other, slower, block);

    assertThat(review.open()).hasSize(2);
    assertThat(review.open().get(0).findings())
        .extracting(finding -> finding.shift().key())
        .containsExactly("c", "b", "a");
    assertThat(review.summary()).isEqualTo("2 causes, 4 queries: 1 block, 3 warn");
  }

  @Test
  void latestLineOfAShift_counts() {
    Review review = review(settled(shift("a"), false), settled(shift("a"), true));

    assertThat(review.all().toList()).singleElement().matches(finding -> finding.shift().settled());
  }

  @Test
  void accepted_isNotUnreviewed() {
    Review review = reviewed(shift("a"), acceptance("a", "h2", null));

    assertThat(review.open()).isEmpty();
    assertThat(review.accepted()).hasSize(1);
    assertThat(review.hasUnreviewed(Severity.INFO)).isFalse();
    assertThat(review.summary()).isEqualTo("Nothing to review; 1 accepted");
  }

  @Test
  void acceptance_ends_whenThePlanMovesAgain() {
    Review review = reviewed(withHash(shift("a"), "h3"), acceptance("a", "h2", null));

    assertThat(review.hasUnreviewed(Severity.WARN)).isTrue();
    assertThat(review.open().get(0).worst().lapsed())
        .hasValue("ada accepted it on 2026-11-01; the plan has moved again since.");
  }

  @Test
  void acceptance_holdsOnItsLastDay_andNotTheDayAfter() {
    assertThat(reviewed(shift("a"), acceptance("a", "h2", TODAY)).open()).isEmpty();

    Review after = reviewed(shift("a"), acceptance("a", "h2", TODAY.minusDays(1)));
    assertThat(after.hasUnreviewed(Severity.WARN)).isTrue();
    assertThat(after.open().get(0).worst().lapsed()).hasValue("ada accepted it until 2026-11-20.");
  }

  @Test
  void gate_looksAtTheSeverityAsked() {
    assertThat(review(shift("a")).hasUnreviewed(Severity.WARN)).isTrue();
    assertThat(review(shift("a")).hasUnreviewed(Severity.BLOCK)).isFalse();
  }

  @Test
  void improvement_isAGainThatIsNotSlower() {
    LoggedShift gained =
        shift(
            "a",
            "SELECT 1",
            "postgresql 18",
            cause("index"),
            Samples.shift("covering-gained", Severity.INFO));

    assertThat(finding(withLatency(gained, 1.0)).isImprovement()).isTrue();
    assertThat(finding(withLatency(gained, 5.0)).isImprovement()).as("slower").isFalse();
    assertThat(finding(withLatency(shift("a"), 0.1)).isImprovement()).as("a warning").isFalse();
    assertThat(review(withLatency(gained, 1.0)).improvements()).hasSize(1);
  }

  @Test
  void statementThatHelps_standsOnACardOnce() {
    assertThat(Samples.night().open())
        .hasSize(3)
        .allSatisfy(
            card ->
                assertThat(card.remedies())
                    .extracting(Remedy::sql)
                    .filteredOn(sql -> !sql.isEmpty())
                    .doesNotHaveDuplicates());
  }

  @Test
  void sampleNight_isSummedUp() {
    assertThat(Samples.night().summary())
        .isEqualTo("3 causes, 7 queries: 2 block, 5 warn; 2 improvements");
  }

  private static Review reviewed(LoggedShift shift, Acceptance acceptance) {
    return Review.of(new ShiftLog(List.of(shift), List.of()), byKey(acceptance), TODAY);
  }
}
