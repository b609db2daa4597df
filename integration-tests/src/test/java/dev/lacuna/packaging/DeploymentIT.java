package dev.lacuna.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one jar in class loaders that come and go, with the real driver beside it or above it. */
class DeploymentIT {

  private static final Path PLAIN = placeOf(org.postgresql.Driver.class);
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private static String url;

  @BeforeAll
  static void createTable() throws SQLException {
    TestDatabase database = TestServer.shared().database("deployment");
    database.run("CREATE TABLE users (id int); INSERT INTO users VALUES (7)");
    url = database.lacunaUrl("users.nickname text DEFAULT 'none'");
  }

  @Test
  void bothDrivers_inALoaderOfTheirOwn() throws Exception {
    try (Deployment application = new Deployment(PLATFORM, AllJarIT.JAR, PLAIN)) {
      assertThat(nicknameOf7(application)).isEqualTo("none");
    }
  }

  @Test
  void lacuna_aboveTheRealDriver() throws Exception {
    try (Deployment server = new Deployment(PLATFORM, AllJarIT.JAR);
        Deployment application = new Deployment(server, PLAIN)) {
      assertThat(nicknameOf7(application)).isEqualTo("none");
    }
  }

  @Test
  void twoAtOnce_doNotKnowEachOther() throws Exception {
    try (Deployment server = new Deployment(PLATFORM, PLAIN);
        Deployment one = new Deployment(server, AllJarIT.JAR);
        Deployment other = new Deployment(server, AllJarIT.JAR);
        Connection ofOne = one.connect(url);
        Connection ofOther = other.connect(url)) {
      assertThat(nicknameOf7(ofOne)).isEqualTo(nicknameOf7(ofOther)).isEqualTo("none");
      assertThat(ofOne.getClass().getClassLoader()).isSameAs(one);
      assertThat(ofOther.getClass().getClassLoader()).isSameAs(other);
    }
  }

  @Test
  void application_isFreeWhenItsDriverIsDeregistered_thoughTheRealOneStays() throws Exception {
    try (Deployment server = new Deployment(PLATFORM, PLAIN)) {
      assertIsFreed(usedAndUndeployed(server));
    }
  }

  private static WeakReference<ClassLoader> usedAndUndeployed(Deployment server) throws Exception {
    try (Deployment application = new Deployment(server, AllJarIT.JAR)) {
      assertThat(nicknameOf7(application)).isEqualTo("none");
      application.run(Deregistration.class);
      return new WeakReference<>(application);
    }
  }

  private static String nicknameOf7(Deployment application) throws SQLException {
    try (Connection connection = application.connect(url)) {
      return nicknameOf7(connection);
    }
  }

  private static String nicknameOf7(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT nickname FROM users WHERE id = 7")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void assertIsFreed(WeakReference<ClassLoader> loader) throws InterruptedException {
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(loader.get()).isNull();
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
