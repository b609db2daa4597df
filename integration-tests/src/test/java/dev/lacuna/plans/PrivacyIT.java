package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No literal and no binding reaches a file of the agent's: neither its log nor its baseline. */
@Execution(ExecutionMode.CONCURRENT)
class PrivacyIT {

  private static final String WORD = "zebrafinch";
  private static final String DIGITS = "71939133";
  private static final String DAY = "1871-03-29";
  private static final String CLOCK = "07:19:39";
  private static final byte[] BYTES = WORD.getBytes(StandardCharsets.UTF_8);
  private static final UUID ID = UUID.fromString("7193d1e3-aaaa-4bbb-8ccc-71939133eeee");
  private static final List<String> MARKERS =
      List.of(WORD, DIGITS, DAY, CLOCK, "7193d1e3", HexFormat.of().formatHex(BYTES));

  /** MariaDB puts it into a plan as it is. */
  private static final String AS_MEMBERS = "x\", \"access_type\": \"" + WORD;

  private static final Duration LOGGED = Duration.ofSeconds(90);

  @Test
  void postgresql_markers_reachNoFile() throws Exception {
    marked(
        Engine.POSTGRESQL,
        List.of(
            "E'a\\'" + WORD + "'",
            "$$" + WORD + "$$",
            "$t$" + WORD + "$t$",
            "U&'" + WORD + "'",
            "'" + WORD + "'::text",
            "concat('a', '" + WORD + "')"));
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_markers_reachNoFile() throws Exception {
    marked(
        Engine.MYSQL,
        List.of(
            "\"" + WORD + "\"",
            "'a\\'" + WORD + "'",
            "_utf8mb4'" + WORD + "'",
            "X'" + HexFormat.of().formatHex(BYTES) + "'",
            "'" + AS_MEMBERS + "'"));
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_markers_reachNoFile() throws Exception {
    marked(
        Engine.MARIADB,
        List.of(
            "\"" + WORD + "\"",
            "'a\\'" + WORD + "'",
            "X'" + HexFormat.of().formatHex(BYTES) + "'",
            "'" + AS_MEMBERS + "'"));
  }

  private static void marked(Engine engine, List<String> literals) throws Exception {
    TestDatabase database =
        Agent.unseen(() -> TestServer.shared(engine).database("privacy_" + engine.urlName()));
    try (Connection application = DriverManager.getConnection(database.plainUrl())) {
      createTable(application, engine);
      for (int i = 0; i < 10; i++) {
        texts(application, literals);
        bindings(application);
        if (engine != Engine.POSTGRESQL) {
          // pgjdbc has no setNString.
          bound(application, "name = ?", statement -> statement.setNString(1, WORD));
        } else {
          ofPostgres(application);
        }
      }
      Baselines.ofThisJvm().awaitPlans(engine, database.name(), 15, LOGGED);
      run(application, "ALTER TABLE people ADD COLUMN note varchar(40) DEFAULT '" + WORD + "'");
      assertThat(PlanLog.ofThisJvm().await(engine, database.name(), 1, LOGGED))
          .as("something to look at")
          .isNotEmpty();
      texts(application, literals);
      Thread.sleep(3_000);
    }
    filesHaveNoMarker(database.name());
  }

  private static void createTable(Connection application, Engine engine) throws SQLException {
    run(
        application,
        "CREATE TABLE people (id int PRIMARY KEY, name varchar(40), amount numeric(20, 2), day"
            + " date, code varchar(40), clock time, "
            + (engine == Engine.POSTGRESQL
                ? "raw bytea, at timestamp, uid uuid)"
                : "raw varbinary(40), at datetime)"));
    run(
        application,
        "CREATE INDEX p_cov ON people (name, amount, day, code, id, clock, raw, at"
            + (engine == Engine.POSTGRESQL ? ", uid)" : ")"));
    for (int i = 0; i < 50; i++) {
      run(application, "INSERT INTO people (id, name) VALUES (" + i + ", 'n" + i + "')");
    }
  }

  private static void texts(Connection application, List<String> literals) throws SQLException {
    for (String literal : literals) {
      run(application, "SELECT * FROM people WHERE name = " + literal);
    }
    run(application, "SELECT * FROM people WHERE name IN ('" + WORD + "', 'x') -- " + WORD);
    run(application, "SELECT /* " + WORD + " */ id FROM people WHERE name LIKE '%" + WORD + "%'");
    run(application, "SELECT id FROM people WHERE amount = " + DIGITS + ".25 OR id = -" + DIGITS);
    run(application, "SELECT id, '" + WORD + "' AS w FROM people ORDER BY id LIMIT " + DIGITS);
    run(application, "SELECT id FROM people WHERE day = DATE '" + DAY + "'");
    run(application, "UPDATE people SET code = '" + WORD + "' WHERE id = " + DIGITS);
    run(
        application,
        "SELECT CASE WHEN name = '" + WORD + "' THEN 1 ELSE " + DIGITS + " END FROM people");
  }

  private static void bindings(Connection application) throws SQLException {
    bound(application, "name = ?", statement -> statement.setString(1, WORD));
    bound(application, "code = ?", statement -> statement.setObject(1, WORD));
    bound(
        application,
        "name < ?",
        statement -> statement.setCharacterStream(1, new StringReader(WORD), WORD.length()));
    bound(application, "id = ?", statement -> statement.setInt(1, Integer.parseInt(DIGITS)));
    bound(application, "id < ?", statement -> statement.setLong(1, Long.parseLong(DIGITS)));
    bound(
        application, "amount > ?", statement -> statement.setBigDecimal(1, new BigDecimal(DIGITS)));
    bound(
        application, "amount < ?", statement -> statement.setDouble(1, Double.parseDouble(DIGITS)));
    bound(application, "day = ?", statement -> statement.setDate(1, java.sql.Date.valueOf(DAY)));
    bound(application, "day < ?", statement -> statement.setObject(1, LocalDate.parse(DAY)));
    bound(application, "code < ?", statement -> statement.setString(1, ID.toString()));
    bound(application, "code LIKE ?", statement -> statement.setString(1, "%" + WORD));
    bound(application, "code > ?", statement -> statement.setString(1, AS_MEMBERS));
    bound(application, "raw = ?", statement -> statement.setBytes(1, BYTES));
    bound(application, "raw < ?", statement -> statement.setObject(1, BYTES));
    bound(application, "clock = ?", statement -> statement.setTime(1, Time.valueOf(CLOCK)));
    bound(application, "clock < ?", statement -> statement.setObject(1, LocalTime.parse(CLOCK)));
    String moment = DAY + " " + CLOCK;
    bound(application, "at = ?", statement -> statement.setTimestamp(1, Timestamp.valueOf(moment)));
    bound(
        application,
        "at < ?",
        statement -> statement.setObject(1, LocalDateTime.parse(moment.replace(' ', 'T'))));
  }

  private static void ofPostgres(Connection application) throws SQLException {
    bound(application, "uid = ?", statement -> statement.setObject(1, ID));
    bound(
        application,
        "name = ANY (?)",
        statement ->
            statement.setArray(1, application.createArrayOf("varchar", new Object[] {WORD, "x"})));
    bound(
        application,
        "code = CAST(? AS varchar)",
        statement -> statement.setObject(1, WORD, Types.OTHER));
  }

  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  private static void bound(Connection application, String condition, Binding binding)
      throws SQLException {
    String sql = "SELECT * FROM people WHERE " + condition;
    try (PreparedStatement statement = application.prepareStatement(sql)) {
      binding.to(statement);
      statement.execute();
    }
  }

  private static void run(Connection application, String sql) throws SQLException {
    try (Statement statement = application.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void filesHaveNoMarker(String database) throws IOException {
    Path folder = Path.of(System.getProperty("agent.log")).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> written =
          files
              .filter(
                  file ->
                      file.getFileName().toString().contains(database)
                          || file.getFileName().toString().contains("plan-changes"))
              .toList();
      assertThat(written).as("the log, a baseline and its lock").hasSizeGreaterThan(2);
      for (Path file : written) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .doesNotContainIgnoringCase(MARKERS.toArray(String[]::new));
      }
    }
  }
}
