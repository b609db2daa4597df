package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {

  @Test
  void of_nothingSet_isTheDefaults() throws SQLException {
    assertThat(Options.of(Map.of(), new Properties(), new Properties()))
        .isEqualTo(
            new Options(
                null,
                "",
                Writes.DISCARD,
                Star.SERVER,
                "",
                Metadata.ACTUAL,
                DdlOptions.DEFAULT,
                HistoryOptions.OFF,
                false,
                Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @EnumSource
  void equals_seesEveryOption(Option option) throws SQLException {
    Options one = in(option.key(), another(option));
    Options standard = in("lacuna.refresh", "5s");
    Options same = in(option.key(), another(option));

    assertThat(one).isNotEqualTo(standard);
    assertThat(same).isNotSameAs(one).isEqualTo(one).hasSameHashCodeAs(one);
  }

  /** A value that is not the default. */
  private static String another(Option option) {
    return switch (option) {
      case MIGRATIONS -> "classpath:db/*.sql";
      case COLUMNS -> "users.nickname text";
      case HIDE -> "users.nickname";
      case WRITES -> "reject";
      case STAR -> "pinned";
      case METADATA -> "declared";
      case DDL -> "refuse";
      case DDL_RETRIES -> "7";
      case DDL_LOCK_TIMEOUT, DDL_BUDGET, REFRESH -> "13s";
      case DDL_ALLOW -> "truncate";
      case HISTORY -> "on";
      case HISTORY_REASON, HISTORY_APPROVED_BY, HISTORY_COMMIT -> "tax";
      case STRICT -> "true";
    };
  }

  @Test
  void of_everythingSet_isTyped() throws SQLException {
    Map<String, String> url =
        Map.ofEntries(
            Map.entry("lacuna.migrations", "classpath:db/*.sql"),
            Map.entry("lacuna.columns", "users.nickname text"),
            Map.entry("lacuna.writes", "reject"),
            Map.entry("lacuna.star", "pinned"),
            Map.entry("lacuna.strict", "true"),
            Map.entry("lacuna.metadata", "declared"),
            Map.entry("lacuna.hide", "users.nickname"),
            Map.entry("lacuna.ddl", "refuse"),
            Map.entry("lacuna.ddl.lock-timeout", "500ms"),
            Map.entry("lacuna.ddl.retries", "3"),
            Map.entry("lacuna.ddl.budget", "5s"),
            Map.entry("lacuna.ddl.allow", "truncate, drop-table"),
            Map.entry("lacuna.history", "on"),
            Map.entry("lacuna.history.commit", "9f2c1e"),
            Map.entry("lacuna.history.reason", "tax"),
            Map.entry("lacuna.history.approved-by", "Ada"),
            Map.entry("lacuna.refresh", "250ms"));

    assertThat(Options.of(url, new Properties(), new Properties()))
        .isEqualTo(
            new Options(
                "classpath:db/*.sql",
                "users.nickname text",
                Writes.REJECT,
                Star.PINNED,
                "users.nickname",
                Metadata.DECLARED,
                new DdlOptions(
                    DdlMode.REFUSE,
                    Duration.ofMillis(500),
                    3,
                    Duration.ofSeconds(5),
                    Set.of("truncate", "drop-table")),
                new HistoryOptions(true, "tax", "Ada", "9f2c1e"),
                true,
                Duration.ofMillis(250)));
  }

  @Test
  void of_setInSeveralPlaces_urlThenConnectionThenSystem() throws SQLException {
    Map<String, String> url = Map.of("lacuna.columns", "url");
    Properties connection = properties("lacuna.columns", "connection", "lacuna.refresh", "1m");
    Properties system =
        properties("lacuna.columns", "system", "lacuna.refresh", "1h", "lacuna.strict", "true");

    Options options = Options.of(url, connection, system);

    assertThat(options.columns()).isEqualTo("url");
    assertThat(options.refresh()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.strict()).isTrue();
  }

  @Test
  void of_emptyMigrations_areNotTheDefaultOnes() throws SQLException {
    assertThat(in("lacuna.migrations", "").migrations()).isEmpty();
  }

  @Test
  void of_defaultsOfProperties_count() throws SQLException {
    Properties connection = new Properties(properties("lacuna.strict", "true"));

    assertThat(Options.of(Map.of(), connection, new Properties()).strict()).isTrue();
  }

  @Test
  void of_valueThatIsNoString_isReadByItsText() throws SQLException {
    Properties connection = new Properties();
    connection.put("lacuna.strict", true);

    assertThat(Options.of(Map.of(), connection, new Properties()).strict()).isTrue();
  }

  @Test
  void of_namesOfOthers_areNotRead() throws SQLException {
    Properties others = properties("user", "me", "lacuna", "x", "my.lacuna.writes", "keep");

    assertThat(Options.of(Map.of(), others, others)).isEqualTo(in("lacuna.refresh", "5s"));
  }

  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "500ms, PT0.5S",
    "5s, PT5S",
    "2m, PT2M",
    "1h, PT1H",
    "24h, PT24H",
    "86400s, PT24H"
  })
  void of_duration_isRead(String written, Duration read) throws SQLException {
    assertThat(in("lacuna.refresh", written).refresh()).isEqualTo(read);
  }

  @Test
  void of_unknownOption_namesTheNearest() {
    assertThatThrownBy(() -> in("lacuna.mirgations", "classpath:db/*.sql"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Unknown option: lacuna.mirgations = "classpath:db/*.sql" (in the URL)
            Why: the options are lacuna.migrations, lacuna.columns, lacuna.writes, lacuna.star, \
            lacuna.hide, lacuna.metadata, lacuna.ddl, lacuna.ddl.lock-timeout, lacuna.ddl.retries, \
            lacuna.ddl.budget, lacuna.ddl.allow, lacuna.history, lacuna.history.reason, \
            lacuna.history.approved-by, lacuna.history.commit, lacuna.strict, lacuna.refresh.
            Instead: write lacuna.migrations, or take lacuna.mirgations out.\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "lacuna.Writes, lacuna.writes",
    "LACUNA.WRITES, lacuna.writes",
    "lacuna.write, lacuna.writes",
    "lacuna.ddl.locktimeout, lacuna.ddl.lock-timeout",
    "lacuna.ddl.lock_timeout, lacuna.ddl.lock-timeout",
    "lacuna.colums, lacuna.columns",
  })
  void of_typo_namesTheNearest(String typo, String meant) {
    assertThatThrownBy(() -> in(typo, "x"))
        .message()
        .startsWith("Unknown option: " + typo + " = \"x\"")
        .endsWith("Instead: write " + meant + ", or take " + typo + " out.");
  }

  @Test
  void of_nothingNear_namesNone() {
    assertThatThrownBy(() -> in("lacuna.frobnication", "x"))
        .message()
        .endsWith("\nInstead: take it out.");
  }

  @Test
  void of_systemPropertiesOfTheAgent_areNotTheDrivers() throws SQLException {
    Properties agents = properties("lacuna.agent.jar", "x", "lacuna.strict", "true");

    assertThat(Options.of(Map.of(), new Properties(), agents).strict()).isTrue();
    assertThatThrownBy(() -> Options.of(Map.of(), agents, new Properties()))
        .message()
        .startsWith("Unknown option: lacuna.agent.jar = \"x\" (in the connection's properties)");
  }

  @Test
  void of_unknownOption_saysWhereItIsSet() {
    Properties bad = properties("lacuna.x", "1");

    assertThatThrownBy(() -> Options.of(Map.of(), bad, new Properties()))
        .message()
        .startsWith("Unknown option: lacuna.x = \"1\" (in the connection's properties)");
    assertThatThrownBy(() -> Options.of(Map.of(), new Properties(), bad))
        .message()
        .startsWith("Unknown option: lacuna.x = \"1\" (as a system property, -D)");
  }

  @Test
  void of_badWord_namesTheNearest() {
    assertThatThrownBy(() -> in("lacuna.writes", "dsicard"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Bad value: lacuna.writes = "dsicard" (in the URL)
            Why: lacuna.writes must be one of discard, reject, keep.
            Instead: write discard, or leave lacuna.writes out (default: discard).\
            """);
  }

  @Test
  void of_badDuration_saysWhatOneLooksLike() {
    assertThatThrownBy(() -> in("lacuna.refresh", "5 seconds"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Bad value: lacuna.refresh = "5 seconds" (in the URL)
            Why: lacuna.refresh must be a duration such as 500ms, 5s, 2m or 1h, >= 0s and <= 24h.
            Instead: correct it, or leave lacuna.refresh out (default: 5s).\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "lacuna.writes, ''",
    "lacuna.writes, DISCARD",
    "lacuna.strict, yes",
    "lacuna.strict, True",
    "lacuna.strict, ''",
    "lacuna.star, ' server'",
    "lacuna.refresh, ''",
    "lacuna.refresh, 5",
    "lacuna.refresh, -1s",
    "lacuna.refresh, 25h",
    "lacuna.refresh, 999999999999s",
    "lacuna.ddl, on",
    "lacuna.ddl.lock-timeout, 0s",
    "lacuna.ddl.retries, -1",
    "lacuna.ddl.retries, 1001",
    "lacuna.ddl.retries, many",
    "lacuna.history, true",
    "lacuna.metadata, real",
  })
  void of_badValue_isRefused(String key, String value) {
    assertThatThrownBy(() -> in(key, value))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .startsWith("Bad value: " + key + " = \"" + value + "\" (in the URL)\nWhy: " + key);
  }

  @Test
  void of_badValueThatIsOverridden_isRefused() {
    assertThatThrownBy(
            () ->
                Options.of(
                    Map.of("lacuna.strict", "true"),
                    new Properties(),
                    properties("lacuna.strict", "ja")))
        .message()
        .startsWith("Bad value: lacuna.strict = \"ja\" (as a system property, -D)");
  }

  @Test
  void of_valueWhoseFeatureIsMissing_isNotSilentlyIgnored() {
    assertThatThrownBy(() -> in("lacuna.writes", "keep"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Not available yet: lacuna.writes = "keep" (in the URL)
            Why: keeping values for replay comes with a later version; until then it would do \
            nothing, silently.
            Instead: write discard or reject, or leave lacuna.writes out (default: discard).\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "lacuna.writes, keep",
  })
  void of_askedForWhatIsMissing_isRefused(String key, String value) {
    assertThatThrownBy(() -> in(key, value))
        .message()
        .startsWith("Not available yet: " + key + " = \"" + value + "\" (in the URL)");
  }

  @ParameterizedTest
  @CsvSource({
    "lacuna.ddl, log",
    "lacuna.ddl.lock-timeout, 2s",
    "lacuna.ddl.retries, 10",
    "lacuna.ddl.allow, ''",
    "lacuna.history, off",
  })
  void of_valueThatChangesNothing_isTaken(String key, String value) throws SQLException {
    assertThat(in(key, value)).isEqualTo(in("lacuna.refresh", "5s"));
  }

  @Test
  void of_error_isOneThatRetryingDoesNotMend() {
    assertThatThrownBy(() -> in("lacuna.x", "1"))
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08001");
  }

  @Test
  void of_credentialInABadValue_isMasked() {
    assertThatThrownBy(() -> in("lacuna.writes", "discard;password=s3cret"))
        .message()
        .startsWith("Bad value: lacuna.writes = \"discard;password=***\nWhy:");
  }

  @Test
  void describe_eachOption_hasItsPresentValue() throws SQLException {
    DriverPropertyInfo[] described =
        Options.describe(Map.of("lacuna.star", "pinned"), new Properties(), new Properties());

    assertThat(described).hasSameSizeAs(Option.values());
    DriverPropertyInfo star =
        Arrays.stream(described)
            .filter(info -> info.name.equals("lacuna.star"))
            .findAny()
            .orElseThrow();
    assertThat(star.value).isEqualTo("pinned");
    assertThat(star.choices).containsExactly("server", "pinned");
    assertThat(star.required).isFalse();
  }

  private static Options in(String key, String value) throws SQLException {
    return Options.of(Map.of(key, value), new Properties(), new Properties());
  }

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }
}
