package dev.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;

/** A changelog in XML is judged as the SQL that Liquibase writes for it. */
class LiquibaseSqlTest {

  private static final Logger LOG = Logger.getLogger("liquibase");

  private static String run(TestDatabase database, String command) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandScope scope =
        new CommandScope(command)
            .addArgumentValue("changelogFile", "cli/changelog.xml")
            .addArgumentValue("url", database.plainUrl())
            .setOutput(out);
    if (command.equals("updateCount")) {
      scope
          .addArgumentValue("count", 1)
          .addArgumentValue("showSummaryOutput", UpdateSummaryOutputEnum.LOG);
    }
    LOG.setLevel(Level.WARNING);
    Scope.child(Scope.Attr.ui, new LoggerUIService(), scope::execute);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void updateSql_holdsWhatIsToRun_andIsJudged() throws Exception {
    TestDatabase database = TestServer.shared(Engine.POSTGRESQL).database("cli_liquibase");
    run(database, "updateCount");
    String sql = run(database, "updateSql");
    StringWriter out = new StringWriter();

    int exit =
        Main.run(
            new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            "judge",
            "--assume-version=postgresql 17",
            "-");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .containsSubsequence(
            "stdin:",
            "Dangerous [create-index-blocks-writes]: CREATE INDEX orders_by_customer ON",
            "2 DDL statements for PostgreSQL 17: 1 dangerous, 1 safe;");
  }
}
