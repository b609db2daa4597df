package dev.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as its user sees it, without a server. */
class JudgeTest {

  private static final String PG17 = "--assume-version=postgresql 17";

  @TempDir private Path folder;

  /** What a run gave. */
  private record Run(int exit, String out, String err) {}

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Run run(Object... arguments) {
    return runWith("", arguments);
  }

  private Run runWith(String input, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words =
        Stream.concat(Stream.of("judge"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new);
    int exit =
        Main.run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            words);
    return new Run(exit, out.toString().replace(folder + "/", ""), err.toString());
  }

  @Test
  void dangerous_isToldAsTheLogDoes_atItsLine_andFails() throws IOException {
    Path file =
        write(
            "a.sql",
            """
            -- first
            INSERT INTO orders VALUES (1);

            CREATE INDEX by_note
              ON orders (note);
            """);

    assertThat(run(PG17, file))
        .isEqualTo(
            new Run(
                1,
                """
                a.sql:4
                Dangerous [create-index-blocks-writes]: CREATE INDEX by_note ON orders (note)
                Why: PostgreSQL 17 builds an index over orders under SHARE; writes wait.
                Instead: build it concurrently, outside of any transaction. If it fails, drop what is left of it.
                  CREATE INDEX CONCURRENTLY by_note ON orders (note);

                1 DDL statement for PostgreSQL 17: 1 dangerous; 1 other statement.
                Allow a rule: -- lacuna:allow its-id before the statement, or --allow its-id.
                """,
                ""));
  }

  @Test
  void safe_isShownOnlyWithAll() throws IOException {
    Path file = write("a.sql", "ALTER TABLE orders ADD COLUMN n int;");

    assertThat(run(PG17, file))
        .isEqualTo(new Run(0, "1 DDL statement for PostgreSQL 17: 1 safe.\n", ""));
    assertThat(run(PG17, "--all", file).out())
        .isEqualTo(
            """
            a.sql:1
            Safe: ALTER TABLE orders ADD COLUMN n int
            What it does: ACCESS EXCLUSIVE on the table for a moment.

            1 DDL statement for PostgreSQL 17: 1 safe.
            """);
  }

  @Test
  void failOn_saysFromWhichVerdictOn() throws IOException {
    Path caution = write("a.sql", "ALTER TABLE orders DROP COLUMN note;");
    Path dangerous = write("b.sql", "CREATE INDEX i ON orders (note);");

    assertThat(run(PG17, caution).exit()).isZero();
    assertThat(run(PG17, "--fail-on=caution", caution).exit()).isEqualTo(1);
    assertThat(run(PG17, dangerous).exit()).isEqualTo(1);
    assertThat(run(PG17, "--fail-on", "never", dangerous).exit()).isZero();
  }

  @Test
  void allowed_byComment_orByOption_doesNotCount() throws IOException {
    String sql = "CREATE INDEX i ON orders (note);";
    Path before = write("a.sql", "-- lacuna:allow create-index-blocks-writes\n" + sql);
    Path within =
        write("b.sql", sql.replace("INDEX", "/* lacuna:allow create-index-blocks-writes */ INDEX"));
    Path none = write("c.sql", "SELECT 1; -- lacuna:allow drop-table\n" + sql);

    assertThat(run(PG17, before, within))
        .isEqualTo(new Run(0, "2 DDL statements for PostgreSQL 17: 2 safe.\n", ""));
    assertThat(run(PG17, none).exit()).isEqualTo(1);
    assertThat(run(PG17, "--allow=drop-table,create-index-blocks-writes", none).exit()).isZero();
    assertThat(run(PG17, "--allow=create-idex", none))
        .isEqualTo(new Run(2, "", "Unknown rule: create-idex; docs/rules/README.md lists all.\n"));
  }

  @Test
  void newTable_isNewInItsOwnFileOnly() throws IOException {
    Path create = write("a.sql", "CREATE TABLE fresh (id int); CREATE INDEX i ON fresh (id);");
    Path later = write("b.sql", "CREATE INDEX j ON fresh (id);");

    assertThat(run(PG17, create).exit()).isZero();
    assertThat(run(PG17, create, later).out())
        .contains("b.sql:1\nDangerous")
        .doesNotContain("a.sql");
  }

  @Test
  void transaction_isTheFiles() throws IOException {
    String index = "CREATE INDEX CONCURRENTLY i ON orders (note);";
    Path bare = write("a.sql", index);
    Path begun = write("b.sql", "BEGIN;\n" + index + "\nCOMMIT;\n" + index);
    Path flyway = write("V1__a.sql", "SELECT 1; " + index);

    assertThat(run(PG17, bare).exit()).isZero();
    assertThat(run(PG17, begun).out())
        .contains("b.sql:2\nDangerous [concurrently-in-transaction]")
        .contains("2 DDL statements for PostgreSQL 17: 1 dangerous, 1 safe; 2 other statements.");
    assertThat(run(PG17, flyway).out()).contains("V1__a.sql:1\nDangerous [concurrently-in-trans");
  }

  @Test
  void whatMayBeDdl_isNotCalledSafe() throws IOException {
    for (String sql :
        List.of(
            "FROBNICATE orders;",
            "DO $$ BEGIN EXECUTE 'ALTER TABLE orders ADD n int'; END $$;",
            "CALL migrate();",
            "ALTER TABLE orders FROBNICATE;",
            "INSERT INTO t VALUES ('it;\nDROP TABLE t;")) {
      Run run = run(PG17, write("a.sql", sql));

      assertThat(run.exit()).as(sql).isEqualTo(2);
      assertThat(run.out()).as(sql).startsWith("a.sql:1\nCaution [unknown-statement]: ");
    }
    assertThat(
            run("--assume-version=mysql 8.4", write("a.sql", "PREPARE s FROM @s; EXECUTE s;"))
                .exit())
        .isEqualTo(2);
    assertThat(run(PG17, write("a.sql", "DO $$ BEGIN PERFORM 1; END $$; PREPARE a AS SELECT 1")))
        .isEqualTo(new Run(0, "0 DDL statements for PostgreSQL 17; 2 other statements.\n", ""));
    assertThat(run(PG17, write("a.sql", "-- lacuna:allow unknown-statement\nFROBNICATE;")).exit())
        .isZero();
  }

  @Test
  void known_andUnknown_isTheKnownsExitCode() throws IOException {
    assertThat(run(PG17, write("a.sql", "CALL p(); CREATE INDEX i ON orders (a);")).exit())
        .isEqualTo(1);
  }

  @Test
  void json_isOneObjectAStatement() {
    Run run = runWith("\nALTER TABLE orders ADD COLUMN n int", PG17, "--json", "-");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                {"statement": "ALTER TABLE orders ADD COLUMN n int", "engine": "postgresql", "version": "17.0", \
                "table": "orders", "verdict": "safe", "lock": "ACCESS EXCLUSIVE", "blocksReads": true, \
                "blocksWrites": true, "rewrites": false, "scans": false, "algorithm": null, \
                "estimatedSeconds": 0.0, "estimatedSecondsAtLeast": 0.0, "replicas": null, \
                "replicaLagSeconds": null, "rules": [], "allowed": [], \
                "file": "stdin", "line": 2}
                """,
                ""));
  }

  @Test
  void github_isAnAnnotationAStatement() throws IOException {
    Path file =
        write("a, 100%: b.sql", "DROP TABLE a;\nCREATE INDEX i\nON orders (note);\nSELECT 1;");

    assertThat(run(PG17, "--github", file).out())
        .contains(
            """
            ::error file=a%2C 100%25%3A b.sql,line=2,endLine=3,title=Dangerous [create-index-blocks-writes]\
            ::CREATE INDEX i ON orders (note)%0AWhy: PostgreSQL 17 builds an index over orders under \
            SHARE; writes wait.%0AInstead: build it concurrently\
            """)
        .startsWith("::warning file=")
        .endsWith(
            "2 DDL statements for PostgreSQL 17: 1 dangerous, 1 caution; 1 other statement.\n");
  }

  @Test
  void changelogThatIsNoSql_isNamed_andExitsWithTwo() throws IOException {
    Path xml =
        write("a.xml", "<databaseChangeLog><changeSet id='1' author='a'/></databaseChangeLog>");
    write("b.yaml", "databaseChangeLog:\n- changeSet:\n    id: 2\n");
    write("master.yaml", "databaseChangeLog:\n- includeAll:\n    path: .\n");
    write("values.json", "{\"changeSet\": 1}");
    write("c.sql", "ALTER TABLE orders ADD COLUMN n int;");
    String advice =
        """
        Let Liquibase write what it would run on the database that is to be changed, and judge that:
          liquibase update-sql --changelog-file=FILE --url=URL > update.sql
        """;

    Run whole = run(PG17, folder);

    assertThat(whole.exit()).isEqualTo(2);
    assertThat(whole.out()).isEqualTo("1 DDL statement for PostgreSQL 17: 1 safe.\n");
    assertThat(whole.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            Not judged, as it is no SQL: a.xml
            Not judged, as it is no SQL: b.yaml
            """
                + advice);
    assertThat(run(PG17, xml).err().replace(folder + "/", ""))
        .isEqualTo("Not judged, as it is no SQL: a.xml\n" + advice);
    assertThat(run(PG17, "--fail-on=never", folder).exit()).isZero();
  }

  @Test
  void colour_isThereWhenAskedFor() throws IOException {
    Path file = write("a.sql", "CREATE INDEX i ON orders (note);");

    assertThat(run(PG17, file).out()).doesNotContain("\u001B");
    assertThat(run(PG17, "--color=always", file).out())
        .startsWith("\u001B[1ma.sql:1\u001B[0m\n\u001B[1;31mDangerous\u001B[0m [create")
        .contains("\n\u001B[1mWhy:\u001B[0m PostgreSQL");
  }

  @Test
  void versionThatIsNotGiven_isTheOldest() throws IOException {
    Path file = write("a.sql", "ALTER TABLE orders ADD COLUMN n int DEFAULT 0;");

    assertThat(run("--assume-version=postgresql", file).out())
        .contains("Dangerous [add-column-default-rewrites]", "for PostgreSQL 10:");
    assertThat(run("--assume-version=MySQL-8.0.36", file).out()).contains("for MySQL 8.0.36:");
    assertThat(run("--assume-version=mariadb:10.6", file).out()).contains("for MariaDB 10.6:");
  }

  @Test
  void mistakes_exitWithTwo_andASentence() throws IOException {
    Path file = write("a.sql", "SELECT 1;");

    assertThat(run(file))
        .isEqualTo(
            new Run(
                2,
                "",
                "Which server? --url jdbc:… to ask one, or --assume-version 'postgresql 17'.\n"));
    assertThat(run("--assume-version=oracle 19", file).err())
        .isEqualTo(
            "--assume-version must be postgresql, mysql or mariadb and a version, such as"
                + " 'postgresql 17'; it is 'oracle 19'.\n");
    assertThat(run(PG17, "--url=jdbc:postgresql:x", file).err())
        .isEqualTo("Either --url or --assume-version, not both.\n");
    assertThat(run("--url=jdbc:oracle:x", file).err())
        .isEqualTo("--url must begin with jdbc:postgresql:, jdbc:mysql: or jdbc:mariadb:.\n");
    assertThat(run(PG17, "absent.sql")).isEqualTo(new Run(2, "", "There is no file absent.sql\n"));
    assertThat(run(PG17, "--jsn", file).exit()).isEqualTo(2);
    assertThat(run("--url=jdbc:postgresql://127.0.0.1:1/x?password=secret1", file))
        .satisfies(
            run -> {
              assertThat(run.exit()).isEqualTo(2);
              assertThat(run.err())
                  .startsWith("The server could not be reached: ")
                  .doesNotContain("secret1");
            });
  }
}
