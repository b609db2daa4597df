package dev.lacuna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LacunaDriverTest {

  private static final String URL = "jdbc:lacuna:postgresql://localhost:1/none";

  private final LacunaDriver driver = new LacunaDriver();

  @Test
  void serviceLoader_findsTheDriver() {
    assertThat(ServiceLoader.load(Driver.class).stream().map(ServiceLoader.Provider::type))
        .contains(LacunaDriver.class);
  }

  @Test
  void driverManager_givesTheDriverForItsUrlsOnly() throws SQLException {
    assertThat(DriverManager.getDriver(URL)).isInstanceOf(LacunaDriver.class);
    assertThat(DriverManager.getDriver("jdbc:postgresql://localhost/none"))
        .isNotInstanceOf(LacunaDriver.class);
  }

  @Test
  void driverManager_hasTheDriverOnce() throws SQLException {
    ServiceLoader.load(Driver.class).forEach(found -> {});
    assertThat(new LacunaDriver().acceptsURL(URL)).isTrue();

    assertThat(DriverManager.drivers().filter(LacunaDriver.class::isInstance)).hasSize(1);
  }

  @Test
  void connect_otherUrl_answersNull() throws SQLException {
    assertThat(driver.connect("jdbc:postgresql://localhost/none", new Properties())).isNull();
    assertThat(driver.connect(null, null)).isNull();
    assertThat(driver.acceptsURL("jdbc:postgresql://localhost/none")).isFalse();
    assertThat(driver.acceptsURL(null)).isFalse();
    assertThat(driver.getPropertyInfo("jdbc:postgresql:none", null)).isEmpty();
  }

  @Test
  void connect_unknownOption_failsBeforeAnyConnection() {
    assertThatThrownBy(() -> driver.connect(URL + "?lacuna.strikt=true", null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("lacuna.strikt")
        .hasMessageContaining("lacuna.strict");
  }

  @Test
  void connect_nothingListens_failsAsTheRealDriverDoes() throws SQLException {
    SQLException real = failure("jdbc:postgresql://localhost:1/none");

    assertThatThrownBy(() -> driver.connect(URL, new Properties()))
        .hasSameClassAs(real)
        .hasMessage(real.getMessage())
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo(real.getSQLState());
  }

  private static SQLException failure(String url) throws SQLException {
    Driver real = DriverManager.getDriver(url);
    try {
      real.connect(url, new Properties());
      throw new AssertionError("something listens on port 1");
    } catch (SQLException e) {
      return e;
    }
  }

  @Test
  void getPropertyInfo_showsTheRealDriversAndLacunas() throws SQLException {
    List<String> names =
        Arrays.stream(driver.getPropertyInfo(URL, new Properties()))
            .map((DriverPropertyInfo info) -> info.name)
            .toList();

    assertThat(names).contains("prepareThreshold", "lacuna.columns", "lacuna.strict");
  }

  @Test
  void getParentLogger_isNotSupported() {
    assertThatThrownBy(driver::getParentLogger).isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void connect_realDriverNotOnTheClassPath_namesIt() throws Exception {
    try (URLClassLoader loader = withoutPostgres()) {
      Driver lonely =
          (Driver)
              loader.loadClass("dev.lacuna.LacunaDriver").getDeclaredConstructor().newInstance();
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        assertThatThrownBy(() -> lonely.connect(URL + "?password=secret", new Properties()))
            .hasMessage(
                """
                No driver is on the class path for jdbc:postgresql://localhost:1/none?password=***
                Why: Lacuna connects through the real driver, here org.postgresql.Driver.
                Instead: add org.postgresql:postgresql to the application's dependencies.\
                """);
      } finally {
        thread.setContextClassLoader(before);
      }
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static URLClassLoader withoutPostgres() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("postgresql")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    return new URLClassLoader(
        urls.toArray(java.net.URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
