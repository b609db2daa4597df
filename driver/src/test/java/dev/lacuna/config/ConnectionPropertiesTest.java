package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConnectionPropertiesTest {

  private final Properties given = new Properties();

  @Test
  void withoutOptions_options_areLeftOut() {
    given.setProperty("user", "me");
    given.setProperty("lacuna.writes", "reject");
    given.put("lacuna.strict", true);
    given.setProperty("LACUNA.typo", "x");

    assertThat(ConnectionProperties.withoutOptions(given))
        .containsOnlyKeys("user")
        .containsEntry("user", "me");
  }

  @Test
  void withoutOptions_given_isNotChanged() {
    given.setProperty("lacuna.writes", "reject");

    Properties handedDown = ConnectionProperties.withoutOptions(given);
    handedDown.setProperty("user", "you");

    assertThat(given).containsOnlyKeys("lacuna.writes");
  }

  @Test
  void withoutOptions_defaults_stayDefaults() {
    Properties defaults = new Properties();
    defaults.setProperty("ssl", "true");
    defaults.setProperty("user", "nobody");
    defaults.setProperty("lacuna.writes", "reject");
    Properties withDefaults = new Properties(new Properties(defaults));
    withDefaults.setProperty("user", "me");

    Properties handedDown = ConnectionProperties.withoutOptions(withDefaults);

    assertThat(handedDown.getProperty("ssl")).isEqualTo("true");
    assertThat(handedDown.getProperty("user")).isEqualTo("me");
    assertThat(handedDown.stringPropertyNames()).containsExactlyInAnyOrder("ssl", "user");
    assertThat(handedDown).containsOnlyKeys("user");
  }

  @Test
  void withoutOptions_keysAndValuesThatAreNoStrings_areKept() {
    Object factory = new Object();
    given.put("socketFactory", factory);
    given.put(42, "answer");

    assertThat(ConnectionProperties.withoutOptions(given))
        .containsOnlyKeys("socketFactory", 42)
        .containsEntry("socketFactory", factory);
  }

  @Test
  void withoutOptions_objectBeforeADefault_bothAreKept() {
    Properties defaults = new Properties();
    defaults.setProperty("factory", "of.Strings");
    Properties withDefaults = new Properties(defaults);
    withDefaults.put("factory", 42);

    Properties handedDown = ConnectionProperties.withoutOptions(withDefaults);

    assertThat(handedDown.getProperty("factory")).isEqualTo("of.Strings");
    assertThat(handedDown.get("factory")).isEqualTo(42);
  }
}
