package dev.lacuna.config;

import java.sql.DriverPropertyInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of one connect, checked and typed.
 *
 * <p>{@code equals} and {@code hashCode} are spelled out: those of a record are linked when they
 * are first called, which takes a cold JVM longer than all else that Lacuna does at a connect.
 *
 * @param migrations the resources with the migrations, comma-separated, as they were named; null
 *     where nobody named any, which means {@link Option#MIGRATIONS}' default if that exists
 * @param columns the inline declarations; empty for none
 * @param writes what happens to a value for a missing column
 * @param star how {@code SELECT *} is answered
 * @param hide the names of the columns to hide, comma-separated; empty for none
 * @param metadata which columns the metadata shows
 * @param ddl what is done about DDL
 * @param history how DDL is recorded
 * @param strict whether SQL that mentions a declared column and cannot be analysed is refused
 * @param refresh how old the knowledge of a table may grow; zero means that it is never used twice
 */
public record Options(
    @Nullable String migrations,
    String columns,
    Writes writes,
    Star star,
    String hide,
    Metadata metadata,
    DdlOptions ddl,
    HistoryOptions history,
    boolean strict,
    Duration refresh) {

  private record Read(Settings settings, Options options) {}

  /** Of the last connect: most have the same. */
  private static volatile @Nullable Read lastRead;

  /**
   * Reads the options of a connect. The URL takes precedence over the connection's properties, and
   * these over the system's.
   *
   * @param url {@link LacunaUrl#options()}, or none where there is no URL
   * @param connection the properties of the connect, which are not changed
   * @param system the properties of the system, of which only those named {@code lacuna.*} are read
   * @throws ConfigurationException if any of the three has an unknown option named {@code
   *     lacuna.*}, a bad value, or asks for something that does not exist yet; also where another
   *     of the three overrides it
   */
  public static Options of(Map<String, String> url, Properties connection, Properties system)
      throws ConfigurationException {
    Settings settings = Settings.of(url, connection, system);
    Read last = lastRead;
    if (last == null || !last.settings().equals(settings)) {
      last = new Read(settings, of(settings));
      lastRead = last;
    }
    return last.options();
  }

  private static Options of(Settings settings) {
    return new Options(
        settings.isSet(Option.MIGRATIONS) ? settings.get(Option.MIGRATIONS) : null,
        settings.get(Option.COLUMNS),
        Writes.valueOf(constant(settings.get(Option.WRITES))),
        Star.valueOf(constant(settings.get(Option.STAR))),
        settings.get(Option.HIDE),
        Metadata.valueOf(constant(settings.get(Option.METADATA))),
        ddl(settings),
        history(settings),
        Boolean.parseBoolean(settings.get(Option.STRICT)),
        Durations.parse(settings.get(Option.REFRESH)).orElseThrow());
  }

  private static DdlOptions ddl(Settings settings) {
    return new DdlOptions(
        DdlMode.valueOf(constant(settings.get(Option.DDL))),
        Durations.parse(settings.get(Option.DDL_LOCK_TIMEOUT)).orElseThrow(),
        Integer.parseInt(settings.get(Option.DDL_RETRIES)),
        Durations.parse(settings.get(Option.DDL_BUDGET)).orElseThrow(),
        ids(settings.get(Option.DDL_ALLOW)));
  }

  private static Set<String> ids(String list) {
    Set<String> ids = new HashSet<>();
    for (String id : list.split(",", -1)) {
      if (!id.isBlank()) {
        ids.add(id.strip());
      }
    }
    return ids;
  }

  private static HistoryOptions history(Settings settings) {
    return new HistoryOptions(
        settings.get(Option.HISTORY).equals("on"),
        settings.get(Option.HISTORY_REASON),
        settings.get(Option.HISTORY_APPROVED_BY),
        settings.get(Option.HISTORY_COMMIT));
  }

  /**
   * The same options as {@link java.sql.Driver#getPropertyInfo} shows them.
   *
   * @throws ConfigurationException as {@link #of} does
   */
  public static DriverPropertyInfo[] describe(
      Map<String, String> url, Properties connection, Properties system)
      throws ConfigurationException {
    Settings settings = Settings.of(url, connection, system);
    return Arrays.stream(Option.values())
        .map(option -> option.describe(settings.get(option)))
        .toArray(DriverPropertyInfo[]::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Options that
        && Objects.equals(migrations, that.migrations)
        && columns.equals(that.columns)
        && writes == that.writes
        && star == that.star
        && hide.equals(that.hide)
        && metadata == that.metadata
        && ddl.equals(that.ddl)
        && history.equals(that.history)
        && strict == that.strict
        && refresh.equals(that.refresh);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(migrations) * 31 + columns.hashCode();
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT);
  }
}
