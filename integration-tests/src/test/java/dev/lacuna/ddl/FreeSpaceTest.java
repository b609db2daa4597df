package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.PostgresRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What is free on the disk of a PostgreSQL server on this machine. */
class FreeSpaceTest {

  @Test
  void freeBytes_serverOnThisMachine_isItsDisks() throws Exception {
    try (EmbeddedPostgres server = PostgresRelease.V18.start();
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      long usable = Files.getFileStore(Path.of(row.getString(1))).getUsableSpace();

      assertThat(DiskHeadroom.freeBytes(connection))
          .isBetween(usable - (2L << 30), usable + (2L << 30));
      statement.execute("CREATE ROLE plain LOGIN");
      statement.execute("SET ROLE plain");
      assertThat(DiskHeadroom.freeBytes(connection)).isNull();
    }
  }
}
