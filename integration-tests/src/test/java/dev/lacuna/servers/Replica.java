package dev.lacuna.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A streaming replica of a PostgreSQL server, which can be told to wait with what it receives.
 *
 * <p>Made from a base backup by the low-level functions (PostgreSQL 18 manual, 25.3.4), as the
 * binaries that the tests bring along have no {@code pg_basebackup}.
 */
public final class Replica implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final TestDatabase primary;

  private Replica(EmbeddedPostgres server, TestDatabase primary) {
    this.server = server;
    this.primary = primary;
  }

  /** Starts a replica of the database's server. */
  public static Replica of(TestDatabase primary) throws SQLException {
    try {
      Path copy = Files.createTempDirectory("replica");
      backUp(primary, copy);
      Files.createFile(copy.resolve("standby.signal"));
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(copy)
              .setCleanDataDirectory(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              // Not below the primary's, or it does not start (PostgreSQL 18 manual, 26.4.3).
              .setServerConfig("max_connections", "200")
              .setServerConfig("max_prepared_transactions", "20")
              .setServerConfig(
                  "primary_conninfo", "'host=localhost port=" + primary.port() + " user=postgres'")
              .start();
      return new Replica(server, primary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void backUp(TestDatabase primary, Path copy) throws SQLException, IOException {
    try (Connection connection = primary.plain();
        Statement statement = connection.createStatement()) {
      Path data = Path.of(text(statement, "SHOW data_directory"));
      statement.execute("SELECT pg_backup_start('replica', true)");
      copy(data, copy);
      Files.writeString(
          copy.resolve("backup_label"),
          text(statement, "SELECT labelfile FROM pg_backup_stop(false)"));
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (file.endsWith("postmaster.pid") || file.endsWith("postmaster.opts")) {
        continue;
      }
      try {
        Files.copy(
            file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      } catch (NoSuchFileException e) {
        // It went meanwhile; the log, which is copied too, tells what became of it.
      }
    }
  }

  /** The primary's database, as it is here. */
  public TestDatabase database() {
    String address = primary.address().replace(":" + primary.port(), ":" + server.getPort());
    return new TestDatabase(primary.engine(), primary.name(), address);
  }

  /** Keeps what comes in from being replayed. */
  public void pause() throws SQLException {
    database().run("SELECT pg_wal_replay_pause()");
  }

  /** Replays what has come in, and waits until all is here that the primary has. */
  public void catchUp() throws SQLException {
    database().run("SELECT pg_wal_replay_resume()");
    try (Connection here = database().plain();
        Connection there = primary.plain();
        Statement asked = there.createStatement();
        Statement statement = here.createStatement()) {
      // What others have committed may not be written yet; a commit that waits writes that first.
      asked.execute("SET synchronous_commit = on");
      asked.execute("SELECT pg_logical_emit_message(true, 'replica', 'catches up')");
      String reached = text(asked, "SELECT pg_current_wal_lsn()");
      while (text(statement, "SELECT pg_last_wal_replay_lsn() >= '" + reached + "'").equals("f")) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
