package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a table has now.
 *
 * @param size how big it is
 * @param columns by their names, on MySQL in lower case
 * @param incoming the tables whose foreign keys refer to this one; asked for on MySQL, where a
 *     column gets another name
 * @param partitions how many partitions it has; 0 where it is not partitioned
 * @param leaves the partitions that rows are in, at whatever depth; asked for on PostgreSQL, where
 *     a foreign key is added
 * @param children how many tables inherit from it, without partitions
 * @param numbers how many column numbers are used up, those of dropped columns too (PostgreSQL); on
 *     MySQL as many as it has columns
 * @param triggers those that are on, as far as the user may see
 * @param unlogged PostgreSQL's persistence
 * @param innodb what InnoDB says of it; null on PostgreSQL
 */
public record Table(
    ObjectName name,
    Size size,
    Map<String, ColumnFacts> columns,
    List<ConstraintFacts> constraints,
    List<IndexFacts> indexes,
    List<ObjectName> incoming,
    int partitions,
    List<ObjectName> leaves,
    int children,
    int numbers,
    List<TriggerFacts> triggers,
    boolean unlogged,
    @Nullable Innodb innodb) {

  /**
   * How big a table is.
   *
   * @param bytes of the table, without its indexes
   * @param indexBytes of its indexes
   * @param rows as the server estimates them; −1 where it has no idea
   */
  public record Size(long bytes, long indexBytes, long rows) {}

  /**
   * A column.
   *
   * @param type of a domain, what it is made of
   * @param bytesPerCharacter the most that a character takes (MySQL); 0 where it is no text
   * @param generated whether its values are computed
   * @param storedGenerated whether they are kept
   */
  public record ColumnFacts(
      String name,
      SqlType type,
      boolean notNull,
      boolean domain,
      boolean generated,
      boolean storedGenerated,
      boolean numbered,
      int bytesPerCharacter,
      @Nullable String charset,
      @Nullable String defaultExpression,
      String comment) {}

  /**
   * A constraint.
   *
   * @param definition the text of a check
   * @param parent what a foreign key refers to
   * @param actions whether a foreign key changes rows by itself: CASCADE, SET NULL, SET DEFAULT
   */
  public record ConstraintFacts(
      String name,
      Constraint.Kind kind,
      boolean validated,
      List<String> columns,
      String definition,
      @Nullable ObjectName parent,
      boolean actions) {}

  /**
   * An index.
   *
   * @param columns of it; an expression is an empty text
   * @param fulltext MySQL's FULLTEXT
   */
  public record IndexFacts(
      String name,
      boolean unique,
      boolean primary,
      boolean valid,
      List<String> columns,
      boolean fulltext) {}

  /**
   * A trigger.
   *
   * @param backfills whether it fires for an UPDATE of a column that was just added
   * @param body what it does, in its own language
   */
  public record TriggerFacts(String name, boolean backfills, String body) {

    /** Whether it speaks of something by that name. */
    public boolean names(String column) {
      return Pattern.compile(
              "(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
          .matcher(body)
          .find();
    }
  }

  /**
   * What InnoDB says of a table.
   *
   * @param engine what keeps the table: {@code InnoDB}, or another engine
   * @param rowFormat in lower case: {@code dynamic}, {@code compressed}
   * @param rowVersions how many INSTANT changes it carries; −1 where that cannot be seen
   * @param residue what a FULLTEXT index that is gone has left behind
   * @param pageBytes {@code innodb_page_size}
   * @param strict {@code innodb_strict_mode} of the session
   */
  public record Innodb(
      String engine,
      String rowFormat,
      int rowVersions,
      Residue residue,
      String charset,
      int pageBytes,
      boolean strict) {

    /** What it is where nobody says otherwise. */
    public static final int DEFAULT_PAGE_BYTES = 16_384;
  }

  /** Whether the hidden column of FULLTEXT indexes is in a table that has none of them now. */
  public enum Residue {
    NONE,
    LEFT,
    /** The server shows it to others only, and the table may have had such an index. */
    UNSEEN
  }

  /** The column of that name, whatever its case on MySQL. */
  public Optional<ColumnFacts> column(String column) {
    ColumnFacts exact = columns.get(column);
    return Optional.ofNullable(
        exact == null && innodb != null ? columns.get(column.toLowerCase(Locale.ROOT)) : exact);
  }

  /** The constraint of that name. */
  public Optional<ConstraintFacts> constraint(String constraint) {
    return constraints.stream().filter(c -> c.name().equalsIgnoreCase(constraint)).findFirst();
  }

  /** The index of that name. */
  public Optional<IndexFacts> index(String index) {
    return indexes.stream().filter(i -> i.name().equalsIgnoreCase(index)).findFirst();
  }

  /** Whether MySQL or MariaDB keep it in InnoDB. */
  public boolean isInnodb() {
    return innodb != null && innodb.engine().equalsIgnoreCase("InnoDB");
  }

  /** Whether it is split into partitions. */
  public boolean isPartitioned() {
    return partitions > 0;
  }

  /** The columns of its primary key; none where it has none. */
  public List<String> primaryKey() {
    return indexes.stream()
        .filter(IndexFacts::primary)
        .map(IndexFacts::columns)
        .findFirst()
        .orElse(List.of());
  }

  /** Whether an index is on that column. */
  public boolean isIndexed(String column) {
    return indexes.stream()
        .anyMatch(index -> index.columns().stream().anyMatch(column::equalsIgnoreCase));
  }

  /** Whether a FULLTEXT index is on it. */
  public boolean hasFulltext() {
    return indexes.stream().anyMatch(IndexFacts::fulltext);
  }
}
