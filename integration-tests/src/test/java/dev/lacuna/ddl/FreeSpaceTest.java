package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.servers.PostgresRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is free on the disks of a PostgreSQL server on this machine, and what comes of it. */
class FreeSpaceTest {

  private static final ObjectName BIG = ObjectName.of("big");
  private static final String WIDEN = "ALTER TABLE big ALTER COLUMN id TYPE bigint";
  private static final String DISK_FULL = "53100";
  private static final long NOISE = 2L << 30;

  /** PostgreSQL keeps a table in files of this size. */
  private static final long SEGMENT = 1L << 30;

  private EmbeddedPostgres server;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void start() throws Exception {
    server = PostgresRelease.V18.start();
    connection = server.getPostgresDatabase().getConnection();
    statement = connection.createStatement();
    statement.execute("CREATE TABLE big (id int)");
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  private String text(String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private Path data() throws SQLException {
    return Path.of(text("SHOW data_directory"));
  }

  @Test
  void freeBytes_serverOnThisMachine_isItsDisks() throws Exception {
    long usable = Files.getFileStore(data()).getUsableSpace();

    assertThat(DiskHeadroom.freeBytes(connection, BIG)).isBetween(usable - NOISE, usable + NOISE);
    assertThat(DiskHeadroom.freeBytes(connection, ObjectName.of("nothing"))).isNull();
    statement.execute("CREATE ROLE plain LOGIN");
    statement.execute("SET ROLE plain");
    assertThat(DiskHeadroom.freeBytes(connection, BIG)).isNull();
  }

  /** The table's files are as long as the disk is free, and empty: they take no room. */
  @Test
  void rewrite_thatTheDiskHasNoRoomFor_isNotSent() throws Exception {
    Path file = data().resolve(text("SELECT pg_relation_filepath('big')"));
    long segments = Files.getFileStore(file).getUsableSpace() / SEGMENT + 4;
    for (long i = 0; i < segments; i++) {
      stretch(segment(file, i), SEGMENT);
    }

    assertThatThrownBy(() -> guarded(WIDEN))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DISK_FULL))
        .hasMessageStartingWith("Refused: " + WIDEN)
        .hasMessageContaining("it writes big anew, which takes another " + segments + " GB");
    assertThat(type()).isEqualTo("integer");

    for (long i = 1; i < segments; i++) {
      Files.delete(segment(file, i));
    }
    stretch(file, 0);
    guarded(WIDEN);
    assertThat(type()).isEqualTo("bigint");
  }

  private static Path segment(Path file, long number) {
    return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void stretch(Path file, long bytes) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(bytes);
    }
  }

  private void guarded(String sql) throws SQLException {
    String url =
        "jdbc:lacuna:postgresql://localhost:"
            + server.getPort()
            + "/postgres?user=postgres&lacuna.ddl=guard";
    try (Connection lacuna = DriverManager.getConnection(url);
        Statement alter = lacuna.createStatement()) {
      alter.execute(sql);
    }
  }

  private String type() throws SQLException {
    return text(
        "SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attname = 'id' AND attrelid = 'big'::regclass");
  }

  /** The disk that counts is the one that the table is on. */
  @Test
  void freeBytes_ofATablespace_isThatOfItsDisk() throws Exception {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(data())),
        "there is no second disk");
    Path place = Files.createTempDirectory(memory, "tablespace");
    try {
      statement.execute("CREATE TABLESPACE elsewhere LOCATION '" + place + "'");
      statement.execute("ALTER TABLE big SET TABLESPACE elsewhere");
      long usable = Files.getFileStore(place).getUsableSpace();

      assertThat(DiskHeadroom.freeBytes(connection, BIG)).isBetween(usable - NOISE, usable + NOISE);
      statement.execute("DROP TABLE big");
      statement.execute("DROP TABLESPACE elsewhere");
    } finally {
      Files.delete(place);
    }
  }
}
