package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.ddl.rules.Texts;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes columns for added that are there already, so that a migration can be run again: with the
 * same definition there is nothing to do, with another one nobody can say which is meant.
 */
final class ExistingColumns {

  // Of MySQL's MESSAGE_TEXT; MySQL 9.7 Reference Manual, 15.6.7.5 "SIGNAL Statement".
  private static final int LONGEST_WARNING = 128;

  private static final String NUMBER = "-?\\d+(\\.\\d+)?";

  private static final String NONE = "no default";

  private final Verdict verdict;
  private final Table table;
  private final List<Column> columns;

  private ExistingColumns(Verdict verdict, Table table, List<Column> columns) {
    this.verdict = verdict;
    this.table = table;
    this.columns = columns;
  }

  /** Those of a statement that does nothing but add columns that are all there; else null. */
  static @Nullable ExistingColumns of(Verdict verdict) {
    Table table = verdict.facts().table();
    List<Column> columns = new ArrayList<>();
    for (Change change : verdict.ddl().changes()) {
      boolean there =
          change instanceof AddColumn add
              && !add.ifNotExists()
              && table != null
              && table.column(add.column().name()).filter(ExistingColumns::isPlain).isPresent();
      if (!there) {
        return null;
      }
      columns.add(((AddColumn) change).column());
    }
    return table == null ? null : new ExistingColumns(verdict, table, columns);
  }

  /** Of domains and generated columns the catalog has another wording: the server decides. */
  private static boolean isPlain(ColumnFacts column) {
    return !column.domain() && !column.generated();
  }

  /**
   * A statement that changes nothing and has the server give the application a warning.
   *
   * @throws SQLException if a column has another definition
   */
  String warning() throws SQLException {
    for (Column column : columns) {
      ColumnFacts there = table.column(column.name()).orElseThrow();
      if (!isSame(column, there)) {
        throw differs(column, there);
      }
    }
    return verdict.facts().server().isPostgresql()
        ? "DO LANGUAGE plpgsql $lacuna$BEGIN RAISE WARNING USING MESSAGE = '%s'; END$lacuna$"
            .formatted(quotable(text()))
        : "SIGNAL SQLSTATE '01000' SET MESSAGE_TEXT = '%s'".formatted(quotable(brief(text())));
  }

  private static String brief(String text) {
    return text.length() <= LONGEST_WARNING ? text : text.substring(0, LONGEST_WARNING - 1) + "…";
  }

  private static String quotable(String text) {
    return text.replace("\\", "").replace("$", "").replace("'", "''");
  }

  /** For the warning and the log. */
  String text() {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    return "%s has %s already, with the same definition: nothing was changed"
        .formatted(table.name(), names);
  }

  private SQLException differs(Column column, ColumnFacts there) {
    String message =
        """
        Refused: %s
        Why: %s has a column %s already, with another definition.
          There:  %s
          Wanted: %s
        Instead: change the column that is there, or give the new one another name."""
            .formatted(
                Texts.line(verdict.ddl().sql()),
                table.name(),
                column.name(),
                definition(there),
                column.name() + " " + Texts.line(column.definition()));
    return verdict.facts().server().isPostgresql()
        ? new SQLSyntaxErrorException(message, "42701")
        : new SQLSyntaxErrorException(message, "42S21", 1060);
  }

  private static String definition(ColumnFacts column) {
    String expression = given(column.defaultExpression());
    return column.name()
        + " "
        + column.type()
        + (column.notNull() ? " NOT NULL" : "")
        + (column.numbered() ? " numbered by the server" : "")
        + (expression == null || column.numbered() ? "" : " DEFAULT " + expression);
  }

  private boolean isSame(Column wanted, ColumnFacts there) {
    boolean notNull = wanted.notNull() || wanted.isNumbered();
    return !wanted.isGenerated()
        && type(wanted.type().toString()).equals(type(there.type().toString()))
        && notNull == there.notNull()
        && wanted.isNumbered() == there.numbered()
        && (wanted.isNumbered()
            || value(wanted.hasDefault() ? wanted.defaultExpression() : null)
                .equals(value(there.defaultExpression())))
        && wanted.constraints().stream().allMatch(constraint -> has(constraint, wanted.name()));
  }

  /** As the catalog has it, without the width that whole numbers are shown with. */
  private String type(String type) {
    return switch (type) {
      case "decimal" -> "decimal(10,0)";
      case "char", "character", "bit" -> type + "(1)";
      case "json" -> verdict.facts().server().isMariadb() ? "longtext" : type;
      default ->
          type.replaceFirst("^((?:tiny|small|medium|big)?int(?: unsigned)?)\\(\\d+\\)", "$1");
    };
  }

  private boolean has(Constraint wanted, String column) {
    return switch (wanted.kind()) {
      case NOT_NULL -> true;
      case UNIQUE, PRIMARY_KEY ->
          table.indexes().stream()
              .anyMatch(index -> index.unique() && isOn(index.columns(), column));
      case FOREIGN_KEY ->
          constraints(wanted, column)
              .anyMatch(
                  key ->
                      key.parent() != null
                          && wanted.parent() != null
                          && key.parent().name().equals(wanted.parent().name()));
      default -> constraints(wanted, column).findAny().isPresent();
    };
  }

  private Stream<ConstraintFacts> constraints(Constraint wanted, String column) {
    return table.constraints().stream()
        .filter(there -> there.kind() == wanted.kind())
        .filter(there -> there.columns().isEmpty() || isOn(there.columns(), column));
  }

  private static boolean isOn(List<String> columns, String column) {
    return columns.size() == 1 && columns.get(0).equalsIgnoreCase(column);
  }

  private static @Nullable String given(@Nullable String expression) {
    return expression == null || expression.toUpperCase(Locale.ROOT).startsWith("NULL")
        ? null
        : expression;
  }

  /** A default as the catalogs and people write it, brought to one form. */
  private static String value(@Nullable String expression) {
    String given = given(expression);
    if (given == null) {
      return NONE;
    }
    String text = given.strip().replaceAll("::[a-z ]+(\\([0-9, ]*\\))?(\\[])?", "");
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
      text = text.substring(1, text.length() - 1).replace("''", "'");
      return text.matches(NUMBER) ? number(text) : text;
    }
    return text.matches(NUMBER) ? number(text) : expression(text);
  }

  private static String number(String text) {
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static String expression(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "")
        .replaceAll("^(now|current_timestamp)\\(\\)$", "current_timestamp")
        .replaceAll("^true$", "1")
        .replaceAll("^false$", "0");
  }
}
