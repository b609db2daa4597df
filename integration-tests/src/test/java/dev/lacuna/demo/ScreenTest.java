package dev.lacuna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.demo.Screen.Ink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a terminal gets, and what a log gets. */
class ScreenTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void colour_wrapsTheText() {
    assertThat(screen(true, true).ink(Ink.GOOD, "0")).isEqualTo("\u001b[32m0\u001b[0m");
    assertThat(screen(false, true).ink(Ink.GOOD, "0")).isEqualTo("0");
  }

  @Test
  void screenWithoutUnicode_getsAscii() {
    screen(false, false).line("✓ 1 Ada – · ▁▄█");
    assertThat(printed.toString(StandardCharsets.US_ASCII).strip()).isEqualTo("+ 1 Ada - ; _-#");
  }

  @Test
  void fit_cutsAndFills() {
    assertThat(Screen.fit("nickname", 4)).isEqualTo("nic…");
    assertThat(Screen.fit("id", 4)).isEqualTo("id  ");
  }

  @Test
  void sparkline_risesWithTheNumbers() {
    assertThat(Sparkline.of(0, 50, 100)).isEqualTo("▁▅█");
    assertThat(Sparkline.of(0, 0)).isEqualTo("▁▁");
  }

  @Test
  void timeline_countsBetweenTwoTimes() {
    Timeline timeline = new Timeline();
    timeline.note(Duration.ofSeconds(1), 100);
    timeline.note(Duration.ofSeconds(3), 500);
    assertThat(timeline.rate(Duration.ofSeconds(1), Duration.ofSeconds(2))).isEqualTo(200);
    assertThat(timeline.rates(Duration.ofSeconds(6), 6)).containsExactly(100, 200, 200);
  }

  private Screen screen(boolean colour, boolean unicode) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Screen(out, colour, false, unicode);
  }
}
