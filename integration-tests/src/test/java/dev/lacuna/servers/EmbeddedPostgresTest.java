package dev.lacuna.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * The server that the other tests rely on starts here, and is the version that they are written
 * for.
 */
class EmbeddedPostgresTest {

  @Test
  void embeddedServer_isPostgres18() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW server_version_num")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isBetween(18_00_00, 18_99_99);
    }
  }
}
