package dev.lacuna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.demo.Answer.Failed;
import dev.lacuna.demo.Answer.Told;
import dev.lacuna.demo.Comparison.Verdict;
import org.junit.jupiter.api.Test;

/** The demo shows as alike what is alike, and forgives a difference only where one is due. */
class ComparisonTest {

  private static final Task READ = Task.query("SELECT nickname FROM users");
  private static final Task READ_BACK = READ.butWithoutColumn("–");

  @Test
  void sameAnswers_areAlike() {
    assertThat(compared(READ, new Told("ace"), new Told("ace"))).isEqualTo(Verdict.ALIKE);
  }

  @Test
  void otherAnswer_isDifferent() {
    assertThat(compared(READ, new Told("ace"), new Told("–"))).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void vanishedValue_isSo_onlyAsDeclared() {
    assertThat(compared(READ_BACK, new Told("ace"), new Told("–"))).isEqualTo(Verdict.VANISHED);
    assertThat(compared(READ_BACK, new Told("ace"), new Told("x"))).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void vanishedValueThatIsThere_isDifferent() {
    assertThat(compared(READ_BACK, new Told("–"), new Told("–"))).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void error_isFailed_onEitherSide() {
    Failed error = new Failed("42703", "column \"nickname\" does not exist");
    assertThat(compared(READ, new Told("ace"), error)).isEqualTo(Verdict.FAILED);
    assertThat(compared(READ, error, error)).isEqualTo(Verdict.FAILED);
  }

  private static Verdict compared(Task task, Answer with, Answer without) {
    return new Comparison(task, with, without).verdict();
  }
}
