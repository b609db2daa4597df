package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTextsTest {

  private final RecentTexts texts = new RecentTexts();

  @Test
  void added_isFoundByWhatItSays() {
    texts.add("SELECT 1");

    assertThat(texts.contains(String.join(" ", "SELECT", "1"))).isTrue();
    assertThat(texts.contains("SELECT 2")).isFalse();
  }

  @Test
  void sameHash_isNotTheSame() {
    texts.add("Aa");

    assertThat("BB").hasSameHashCodeAs("Aa");
    assertThat(texts.contains("BB")).isFalse();
    texts.add("BB");
    assertThat(texts.contains("Aa")).as("gave way").isFalse();
  }

  @Test
  void veryLong_isNotKept() {
    String text = "x".repeat(5_000);
    texts.add(text);

    assertThat(texts.contains(text)).isFalse();
  }
}
