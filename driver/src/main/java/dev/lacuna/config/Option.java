package dev.lacuna.config;

import dev.lacuna.config.ValueKind.Choice;
import dev.lacuna.config.ValueKind.Count;
import dev.lacuna.config.ValueKind.Span;
import dev.lacuna.config.ValueKind.Text;
import java.sql.DriverPropertyInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one table of the options: what an error, {@code docs/configuration.md} and {@link
 * java.sql.Driver#getPropertyInfo} say of an option comes from here.
 *
 * <p>An option or a value whose feature does not exist yet stands here too, and asking for it fails
 * the connect: an option that is accepted and does nothing would be worse than none.
 */
@SuppressWarnings("ImmutableEnumChecker") // It cannot see that the records hold unmodifiable lists.
public enum Option {
  MIGRATIONS(
      "lacuna.migrations",
      "classpath:lacuna.sql",
      new Text(
          "comma-separated classpath: or file: resources; * stands for any name, ** for any path"),
      "The migration files: every `ALTER TABLE … ADD COLUMN` in them declares a column that may be"
          + " missing. The default is read where it exists; a resource that is named must exist."
          + " Empty: none, not even the default."),

  COLUMNS(
      "lacuna.columns",
      "",
      new Text("declarations such as users.nickname varchar(40), separated by ;"),
      "The same, inline: `users.nickname varchar(40); billing.invoices.discount numeric(10,2) not"
          + " null default 0`."),

  WRITES(
      "lacuna.writes",
      "discard",
      new Choice(List.of("discard", "reject", "keep")),
      "What happens to a value that is written to a missing column: `discard` it (counted, and"
          + " logged once per statement text), `reject` the statement, or `keep` it for replay.",
      new NotYet(List.of("discard", "reject"), "keeping values for replay")),

  STAR(
      "lacuna.star",
      "server",
      new Choice(List.of("server", "pinned")),
      "`SELECT *` on a table with declared columns: `server` leaves it alone and adds the missing"
          + " column in the result; `pinned` spells the columns out, so that the result's shape"
          + " does not change when a column is added."),

  HIDE(
      "lacuna.hide",
      "",
      new Text("columns such as users.nickname, separated by commas"),
      "Columns to treat as missing although they exist, each of them declared: they show their"
          + " declared default, and what is written to them vanishes."),

  METADATA(
      "lacuna.metadata",
      "actual",
      new Choice(List.of("actual", "declared")),
      "What `DatabaseMetaData.getColumns` shows: the `actual` columns (migration tools must see the"
          + " truth), or the `declared` ones too, as if they were there (so that an ORM's schema"
          + " validation passes)."),

  DDL(
      "lacuna.ddl",
      "log",
      new Choice(List.of("off", "log", "guard", "refuse")),
      "DDL statements: `off` lets them pass unseen; `log` writes the verdict to the log category"
          + " `dev.lacuna.ddl`; `guard` also bounds their wait for a lock, and tries again;"
          + " `refuse` also refuses what is dangerous."),

  DDL_LOCK_TIMEOUT(
      "lacuna.ddl.lock-timeout",
      "2s",
      new Span(Duration.ofMillis(1), Duration.ofHours(1)),
      "How long a guarded DDL statement waits for its lock before it gives way and tries again. On"
          + " MySQL and MariaDB it is rounded up to whole seconds."),

  DDL_RETRIES(
      "lacuna.ddl.retries",
      "10",
      new Count(0, 1000),
      "How often a guarded DDL statement is tried again. In a transaction of PostgreSQL it is not:"
          + " the transaction is to be run again."),

  DDL_BUDGET(
      "lacuna.ddl.budget",
      "60s",
      new Span(Duration.ofMillis(1), Duration.ofHours(24)),
      "How long others may wait behind a guarded DDL statement while it waits for its lock: the"
          + " waits of all sessions, in all its tries, added up. When that is used up, it gives way"
          + " for good."),

  DDL_ALLOW(
      "lacuna.ddl.allow",
      "",
      new Text("rule ids, separated by commas"),
      "The [rules](rules/README.md) that neither refuse nor count for the verdict."),

  HISTORY(
      "lacuna.history",
      "off",
      new Choice(List.of("off", "on")),
      "`on` records each DDL statement in the table `lacuna_history`, which is created at the first"
          + " connect; see [the history of DDL](history.md)."),

  HISTORY_REASON(
      "lacuna.history.reason",
      "",
      new Text("any text"),
      "Why DDL runs, for the history, where the statement's comment does not say."),

  HISTORY_APPROVED_BY(
      "lacuna.history.approved-by", "", new Text("any text"), "Who has approved it."),

  HISTORY_COMMIT(
      "lacuna.history.commit", "", new Text("any text"), "The commit that it comes from."),

  STRICT(
      "lacuna.strict",
      "false",
      new Choice(List.of("false", "true")),
      "SQL that mentions a declared column and cannot be analysed: `false` sends it unchanged"
          + " (counted, and logged once), `true` refuses it."),

  REFRESH(
      "lacuna.refresh",
      "5s",
      new Span(Duration.ZERO, Duration.ofHours(24)),
      "How old the cached knowledge of a table may grow; `0s` looks every time. It decides speed,"
          + " never answers.");

  /** What every option's name starts with. */
  static final String PREFIX = "lacuna.";

  /**
   * Part of an option that waits for its feature.
   *
   * @param available the values that may be set before
   * @param feature what is missing
   */
  record NotYet(List<String> available, String feature) {}

  private final String key;
  private final String defaultValue;
  private final ValueKind kind;
  private final String meaning;
  private final @Nullable NotYet notYet;

  Option(String key, String defaultValue, ValueKind kind, String meaning) {
    this(key, defaultValue, kind, meaning, null);
  }

  Option(String key, String defaultValue, ValueKind kind, String meaning, @Nullable NotYet notYet) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.kind = kind;
    this.meaning = meaning;
    this.notYet = notYet;
  }

  /** The name by which users set it: {@code lacuna.writes}. */
  public String key() {
    return key;
  }

  /** The value that it has where nobody sets it; empty for "none". */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, in Markdown. */
  public String meaning() {
    return meaning;
  }

  /** What its value may be, fit to follow "must be". */
  public String allowed() {
    return kind.allowed();
  }

  /** What of it does not exist yet. */
  Optional<NotYet> notYet() {
    return Optional.ofNullable(notYet);
  }

  ValueKind kind() {
    return kind;
  }

  /** Whether the name is meant to be an option of Lacuna; the real driver must not see it then. */
  static boolean claims(String key) {
    return key.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /** The option of that name, in exactly that spelling. */
  static Optional<Option> named(String key) {
    return Arrays.stream(values()).filter(option -> option.key.equals(key)).findAny();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Option::key).toList();
  }

  /** What {@link java.sql.Driver#getPropertyInfo} says of it, the value being the present one. */
  DriverPropertyInfo describe(String value) {
    DriverPropertyInfo info = new DriverPropertyInfo(key, value);
    info.description = meaning;
    info.required = false;
    info.choices = kind.choices().isEmpty() ? null : kind.choices().toArray(String[]::new);
    return info;
  }
}
