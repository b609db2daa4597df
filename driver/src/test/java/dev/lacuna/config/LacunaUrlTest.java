package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LacunaUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:lacuna:postgresql://localhost/shop",
        "jdbc:lacuna:postgresql:shop",
        "jdbc:lacuna:postgresql:",
        "jdbc:lacuna:mysql://localhost/shop",
        "jdbc:lacuna:mysql:replication://a,b/shop",
        "jdbc:lacuna:mysql+srv://cluster/shop",
        "jdbc:lacuna:mysql+srv:loadbalance://cluster/shop",
        "jdbc:lacuna:mariadb:sequential://a,b/shop",
      })
  void accepts_prefixAndKnownEngine_yes(String url) {
    assertThat(LacunaUrl.accepts(url)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/shop",
        "jdbc:lacuna:oracle:thin:@localhost",
        "jdbc:lacuna:postgresql",
        "jdbc:lacuna:postgresqlx://localhost",
        "jdbc:lacuna:PostgreSQL://localhost",
        "JDBC:lacuna:postgresql://localhost",
        " jdbc:lacuna:postgresql://localhost",
        "jdbc:lacuna:jdbc:postgresql://localhost",
        "lacuna:postgresql://localhost",
      })
  void accepts_anythingElse_no(@Nullable String url) throws SQLException {
    assertThat(LacunaUrl.accepts(url)).isFalse();
    assertThat(LacunaUrl.parse(url)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void accepts_eachEngine_yes(Engine engine) throws SQLException {
    String url = "jdbc:lacuna:" + engine.urlName() + "://localhost/shop";

    assertThat(LacunaUrl.accepts(url)).isTrue();
    assertThat(parse(url).engineName()).isEqualTo(engine.urlName());
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, jdbc:lacuna:postgresql:///",
    "mysql, jdbc:lacuna:mysql+srv://cluster/shop",
    "mariadb, jdbc:lacuna:mariadb://localhost/shop",
  })
  void engineName_variant_isTheEngines(String name, String url) throws SQLException {
    assertThat(parse(url).engineName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:",
        "jdbc:postgresql:shop",
        "jdbc:postgresql:///",
        "jdbc:postgresql://?service=shop",
        "jdbc:postgresql://a:5432,[::1]:5433/shop?targetServerType=primary&loadBalanceHosts=true",
        "jdbc:postgresql://h/lacuna:shop?user=me&password=a%26b%3Dc?d=e;lacuna.x=1#f",
        "jdbc:postgresql://h/shop?",
        "jdbc:postgresql://h/shop?&&a&=b&",
        "jdbc:postgresql://h/shop?options=-c%20search_path=a+b",
        "jdbc:mysql://address=(host=a)(port=3306),u:p@b/shop?x=lacuna.writes=keep",
        "jdbc:mysql:replication://a,b/shop?xlacuna.writes=keep",
      })
  void target_withoutOptions_isTheSameButForLacuna(String target) throws SQLException {
    LacunaUrl url = parse("jdbc:lacuna:" + target.substring("jdbc:".length()));

    assertThat(url.target()).isEqualTo(target);
    assertThat(url.options()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?lacuna.strict=true, ''",
    "?lacuna.strict=true&, ''",
    "?&lacuna.strict=true, ''",
    "?lacuna.strict=true&user=me, ?user=me",
    "?user=me&lacuna.strict=true, ?user=me",
    "?b=2&lacuna.strict=true&a=1&b=3, ?b=2&a=1&b=3",
    "?a=%41?&lacuna.strict=true&c=d;e, ?a=%41?&c=d;e",
    "?a&&lacuna.strict=true&, ?a&&",
  })
  void target_withOption_losesItWithItsSeparator(String query, String left) throws SQLException {
    LacunaUrl url = parse("jdbc:lacuna:postgresql://localhost/shop" + query);

    assertThat(url.target()).isEqualTo("jdbc:postgresql://localhost/shop" + left);
    assertThat(url.options()).isEqualTo(Map.of("lacuna.strict", "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users.nickname%20varchar(40)%3B%20users.mood%20text | users.nickname varchar(40); users.mood text",
        "users.nickname varchar(40) | users.nickname varchar(40)",
        "users.rate int default 1+1 | users.rate int default 1+1",
        "users.grü%C3%9Fe text | users.grüße text",
        "users.share text default '100%25=?' | users.share text default '100%=?'",
      })
  void options_value_isPercentDecodedOnly(String written, String read) throws SQLException {
    assertThat(parse("jdbc:lacuna:postgresql:shop?lacuna.columns=" + written).options())
        .containsExactly(Map.entry("lacuna.columns", read));
  }

  @Test
  void options_withoutEqualsSign_areEmpty() throws SQLException {
    assertThat(parse("jdbc:lacuna:postgresql:shop?lacuna.columns").options())
        .containsExactly(Map.entry("lacuna.columns", ""));
  }

  @Test
  void options_several_keepTheirOrder() throws SQLException {
    assertThat(
            parse("jdbc:lacuna:postgresql:shop?lacuna.star=pinned&ssl&lacuna.columns=x&lacuna.z=")
                .options()
                .keySet())
        .containsExactly("lacuna.star", "lacuna.columns", "lacuna.z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%zz", "%-1", "%C3", "%+1"})
  void parse_undecodableValue_saysHowToWriteIt(String value) {
    assertThatThrownBy(() -> parse("jdbc:lacuna:postgresql:shop?lacuna.columns=" + value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot decode the URL's option lacuna.columns=%s
            Why: a percent sign must be followed by two hexadecimal digits that belong to UTF-8 text.
            Instead: write %%25 for a percent sign that stands for itself."""
                .formatted(value));
  }

  @Test
  void parse_sameOptionTwice_isRefused() {
    assertThatThrownBy(
            () -> parse("jdbc:lacuna:postgresql:shop?lacuna.strict=true&a=b&lacuna.strict=false"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            The URL has the option lacuna.strict twice
            Why: only one of the values can count.
            Instead: take one out.""");
  }

  @Test
  void toString_credentials_areMasked() throws SQLException {
    assertThat(parse("jdbc:lacuna:postgresql://h/shop?user=me&password=s3cret&ssl=true"))
        .hasToString("jdbc:postgresql://h/shop?user=me&password=***&ssl=true");
  }

  private static LacunaUrl parse(String url) throws SQLException {
    return LacunaUrl.parse(url).orElseThrow();
  }
}
