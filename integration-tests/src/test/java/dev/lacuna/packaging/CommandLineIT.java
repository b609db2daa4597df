package dev.lacuna.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the packaged jar, in a process of its own. */
class CommandLineIT {

  private static final Path JAR = AllJarIT.JAR.toAbsolutePath();

  @TempDir private Path folder;

  /** What a process gave. */
  private record Run(int exit, String out, String err) {}

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Run run(List<String> java, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    Process process = builder.redirectOutput(out).redirectError(err).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), text(out), text(err));
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  private static List<String> jar() {
    return List.of("-jar", JAR.toString());
  }

  private static List<String> withDriver(Class<?> driver) {
    URI place = URI.create(driver.getProtectionDomain().getCodeSource().getLocation().toString());
    return List.of("-cp", JAR + File.pathSeparator + Path.of(place), "dev.lacuna.cli.Main");
  }

  @Test
  void jar_judgesWithoutAServer_fromWhereItIsCalled() throws Exception {
    write("a.sql", "\nCREATE INDEX i ON orders (note);\n");

    Run run = run(jar(), "judge", "--assume-version", "postgresql 17", "--sarif", "x.sarif", ".");

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                a.sql:2
                Dangerous [create-index-blocks-writes]: CREATE INDEX i ON orders (note)
                Why: PostgreSQL 17 builds an index over orders under SHARE; writes wait.
                Instead: build it concurrently, outside of any transaction. If it fails, drop what is left of it.
                  CREATE INDEX CONCURRENTLY i ON orders (note);

                1 DDL statement for PostgreSQL 17: 1 dangerous.
                Allow a rule: -- lacuna:allow its-id before the statement, or --allow its-id.
                """,
                ""));
    assertThat(Files.readString(folder.resolve("x.sarif"))).contains("\"uri\": \"a.sql\"");
  }

  @Test
  void jar_withoutADriver_saysWhereToPutOne() throws Exception {
    write("a.sql", "SELECT 1");

    assertThat(run(jar(), "judge", "--url", "jdbc:mysql://127.0.0.1/x", "a.sql"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                The driver com.mysql:mysql-connector-j is not on the class path; put its jar beside this one:
                  java -cp 'lacuna-driver-all.jar:*' dev.lacuna.cli.Main judge …
                """));
  }

  @Test
  void jar_byItself_helps_andKnowsItsVersion() throws Exception {
    assertThat(run(jar()).out()).startsWith("Usage: java -jar lacuna-driver-all.jar");
    assertThat(run(jar(), "judge", "--help").out()).contains("--assume-version");
    assertThat(run(jar(), "--version").out()).matches("Lacuna \\d+\\.\\d+\\.\\d+.*\n");
  }

  @Test
  void postgresql_isAsked_andNotChanged() throws Exception {
    TestDatabase database = TestServer.shared(Engine.POSTGRESQL).database("judged");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO orders SELECT g, 'n' || g FROM generate_series(1, 1000) g");
    database.run("VACUUM ANALYZE orders");
    write("V1__a.sql", "CREATE INDEX i ON orders (note);\nCREATE TABLE lines (id int);");
    write("V2__b.sql", "CREATE INDEX j ON lines (id);");

    Run run =
        run(withDriver(org.postgresql.Driver.class), "judge", "--url", database.plainUrl(), ".");

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                V1__a.sql:1
                Dangerous [create-index-blocks-writes]: CREATE INDEX i ON orders (note)
                Why: PostgreSQL 18 builds an index over orders (88 kB, 1000 rows) under SHARE; writes wait, less
                  than 1 s.
                Instead: build it concurrently, outside of any transaction. If it fails, drop what is left of it.
                  CREATE INDEX CONCURRENTLY i ON orders (note);

                3 DDL statements for PostgreSQL 18.6: 1 dangerous, 2 safe.
                Allow a rule: -- lacuna:allow its-id before the statement, or --allow its-id.
                """,
                ""));
    assertThat(text(database, "SELECT count(*) FROM pg_class WHERE relname IN ('i', 'j', 'lines')"))
        .isEqualTo("0");
    assertThat(
            run(
                    withDriver(org.postgresql.Driver.class),
                    "judge",
                    "--url",
                    database.lacunaUrl("lacuna.ddl.allow", "create-index-blocks-writes"),
                    ".")
                .exit())
        .isZero();
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_isAsked() throws Exception {
    Run run = judged(Engine.MYSQL, com.mysql.cj.jdbc.Driver.class);

    assertThat(run.out())
        .startsWith(
            """
            a.sql:1
            Dangerous [change-column-type]: ALTER TABLE orders MODIFY quantity bigint
            Why: MySQL 9.7 rewrites orders (16 kB, 2 rows) by ALGORITHM=COPY, LOCK=SHARED; writes wait, less
              than 1 s.
            """);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_isAsked() throws Exception {
    Run run = judged(Engine.MARIADB, org.mariadb.jdbc.Driver.class);

    assertThat(run.out())
        .startsWith("a.sql:1\nCaution [change-column-type]: ALTER TABLE orders MODIFY quantity")
        .contains("orders (16 kB, 2 rows)");
    assertThat(run.exit()).isZero();
  }

  private Run judged(Engine engine, Class<?> driver) throws Exception {
    TestDatabase database = TestServer.shared(engine).database("judged");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, quantity int) ENGINE=InnoDB");
    database.run("INSERT INTO orders VALUES (1, 1), (2, 2)");
    database.run("ANALYZE TABLE orders");
    write("a.sql", "ALTER TABLE orders MODIFY quantity bigint;");
    return run(withDriver(driver), "judge", "--url", database.plainUrl(), "a.sql");
  }

  private static String text(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
