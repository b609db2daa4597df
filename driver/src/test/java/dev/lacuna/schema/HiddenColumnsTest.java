package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.Options;
import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenColumnsTest {

  private static final String COLUMNS =
      "users.nickname text; users.level int; billing.users.nickname text; \"Order\".\"A b\" int";

  private static List<String> hidden(String hide) throws ConfigurationException {
    Map<String, String> url =
        Map.of("lacuna.migrations", "", "lacuna.columns", COLUMNS, "lacuna.hide", hide);
    Options options = Options.of(url, new Properties(), new Properties());
    return Declarations.read(options, Dialect.POSTGRESQL, null).all().stream()
        .filter(DeclaredColumn::hidden)
        .map(DeclaredColumn::qualifiedName)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users.level | users.level",
        "users.nickname | users.nickname, billing.users.nickname",
        "billing.users.nickname | billing.users.nickname",
        "USERS.Level | users.level",
        "\"Order\".\"A b\", users.level | users.level, Order.A b",
        "users.level, | users.level",
      })
  void read_names_hidesThoseColumns(String hide, String expected) throws ConfigurationException {
    assertThat(String.join(", ", hidden(hide))).isEqualTo(expected);
  }

  @Test
  void read_nothing_hidesNothing() throws ConfigurationException {
    assertThat(hidden(" ")).isEmpty();
  }

  @Test
  void read_undeclared_isRefused() {
    assertThatThrownBy(() -> hidden("users.city"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            lacuna.hide has users.city, which is not declared
            Why: a hidden column shows what is declared for it.
            Instead: declare it in lacuna.migrations or lacuna.columns, or take it out of \
            lacuna.hide.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nickname", "users.nickname text", "users.\"nick"})
  void read_noColumnsName_isRefused(String hide) {
    assertThatThrownBy(() -> hidden(hide))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("lacuna.hide has " + hide);
  }
}
