package dev.lacuna.agent.review.card;

import static dev.lacuna.agent.review.Samples.cause;
import static dev.lacuna.agent.review.Samples.shift;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.Severity;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {

  private static final String STAR = "SELECT * FROM orders";
  private static final String COLUMNS = "SELECT id FROM orders";

  @Test
  void star_isNamedAsTheReason() {
    assertThat(sentence(STAR, cause("add-column"), "covering-lost"))
        .isEqualTo(
            "Orders.byCustomer lost its index-only scan on o_cov: SELECT * now fetches region.");
  }

  @Test
  void cause_isTheReasonElse() {
    assertThat(sentence(COLUMNS, cause("add-column"), "covering-lost"))
        .endsWith(": region was added to orders.");
    assertThat(sentence(STAR, cause("backfill"), "covering-lost"))
        .endsWith(": region was filled in orders.");
    assertThat(sentence(COLUMNS, cause("index"), "index-swap"))
        .isEqualTo(
            "Orders.byCustomer went from index-only scan on o_cov to bitmap heap scan on o_cov:"
                + " an index came or went on orders.");
    assertThat(sentence(COLUMNS, cause("add-column", "tier,score"), "sort-added"))
        .isEqualTo("Orders.byCustomer has to sort: tier and score were added to orders.");
  }

  @Test
  void unknownKind_isStillASentence() {
    assertThat(sentence(COLUMNS, cause("other"), "quantum-shift"))
        .isEqualTo("Orders.byCustomer changed its plan: orders was changed.");
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void kind_leavesNoPlaceUnfilled(Telling telling) {
    assertThat(sentence(COLUMNS, cause("add-column"), telling.kind())).doesNotContain("{", "}");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Orders.byCustomer(Orders.java:42), Orders.byCustomer, shop/Orders.java, 42",
    "app//shop.Orders$Page.load(Orders.java:7), Page.load, shop/Orders.java, 7",
    "shop.Tiering.lambda$apply$0(Tiering.java:31), Tiering.apply, shop/Tiering.java, 31",
    "Main.main(Main.java:1), Main.main, Main.java, 1",
    "shop.Orders.<init>(Orders.java:1), Orders.<init>, shop/Orders.java, 1",
  })
  void frame_isTakenApart(String frame, String name, String path, int line) {
    assertThat(CallSite.parse(frame))
        .isNotNull()
        .satisfies(
            site -> {
              assertThat(site.shortName()).isEqualTo(name);
              assertThat(site.path()).isEqualTo(path);
              assertThat(site.line()).isEqualTo(line);
            });
  }

  @Test
  void frameWithoutFile_orNone_isNoPlace() {
    assertThat(CallSite.parse("shop.Orders.load(Native Method)"))
        .isNotNull()
        .satisfies(site -> assertThat(site.path()).isNull());
    assertThat(CallSite.parse("somewhere")).isNull();
    assertThat(CallSite.parse(null)).isNull();
  }

  @Test
  void numbers_areShort_inAnyLocale() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Stream.of(0.424, 6.3, 12.0, 1250.4).map(Words::number))
          .containsExactly("0.42", "6.3", "12", "1,250");
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static String sentence(String sql, Cause cause, String kind) {
    return Sentence.of(
        shift("k", sql, "postgresql 18.6", cause, Samples.shift(kind, Severity.WARN)));
  }
}
