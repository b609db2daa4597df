package dev.lacuna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PlainUrlDriverTest {

  private static final String URL = "jdbc:postgresql://localhost:1/none";

  private final PlainUrlDriver driver = new PlainUrlDriver();

  @Test
  void url_isTheRealDriversOnly() throws SQLException {
    assertThat(driver.acceptsURL(URL)).isTrue();
    assertThat(driver.acceptsURL("jdbc:mysql://localhost/none")).isTrue();
    assertThat(driver.acceptsURL("jdbc:lacuna:postgresql://localhost/none")).isFalse();
    assertThat(driver.acceptsURL("jdbc:h2:mem:none")).isFalse();
    assertThat(driver.acceptsURL("postgresql://localhost/none")).isFalse();
    assertThat(driver.acceptsURL(null)).isFalse();
    assertThat(driver.connect("jdbc:h2:mem:none", null)).isNull();
    assertThat(driver.connect(null, null)).isNull();
  }

  @Test
  void plainUrlsOfOthers_stayWithTheRealDriver() throws SQLException {
    assertThat(DriverManager.getDriver(URL).getClass().getName())
        .isEqualTo("org.postgresql.Driver");
    assertThat(ServiceLoader.load(Driver.class).stream().map(ServiceLoader.Provider::type))
        .doesNotContain(PlainUrlDriver.class);
  }

  @Test
  void options_areThoseOfLacuna() throws SQLException {
    assertThatThrownBy(() -> driver.connect(URL + "?lacuna.strikt=true", null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("lacuna.strikt");
    assertThat(Arrays.stream(driver.getPropertyInfo(URL, null)).map(info -> info.name))
        .contains("lacuna.strict", "ApplicationName");
  }
}
