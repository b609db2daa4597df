package dev.lacuna.rewrite;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The texts that MySQL and MariaDB run while a column is missing, and refuse once it is there.
 *
 * <p>All stand on one rule: a name without a qualifier that two tables of one {@code FROM} have is
 * refused, before any row is touched (error 1052). So a table that may come to have the column is
 * joined with a row that has it already. On these engines a statement that fails leaves its
 * transaction as it was, so a refusal costs nothing but the time to look again.
 */
final class MySqlForms implements Forms {

  static final MySqlForms MYSQL = new MySqlForms(true);
  static final MySqlForms MARIADB = new MySqlForms(false);

  /** More rows than there are: MySQL 9.7 Reference Manual, 15.2.13 "SELECT Statement". */
  private static final String NO_LIMIT = " LIMIT 18446744073709551615";

  private final boolean hasLateral;
  private final MySqlTypes types;

  private MySqlForms(boolean hasLateral) {
    this.hasLateral = hasLateral;
    this.types = new MySqlTypes(!hasLateral);
  }

  @Override
  public String quote(String name) {
    return Dialect.MYSQL.quote(name);
  }

  @Override
  public String defaultOf(DeclaredColumn column) {
    return types.operand(column.defaultExpression(), column.type());
  }

  /**
   * Where MariaDB knows ahead that no row meets the condition, it answers with a count, and with no
   * result set (11.8.6: tried).
   */
  @Override
  public String defaultInDelete(DeclaredColumn column) {
    return hasLateral ? defaultOf(column) : "IF(RAND() < 0, NULL, " + defaultOf(column) + ")";
  }

  @Override
  public String nullOf(String type) {
    return types.value(null, type);
  }

  @Override
  public Around typed(String type) {
    return types.around(type);
  }

  @Override
  public Around typedQuery(String type) {
    return types.aroundQuery(type);
  }

  @Override
  public Around unused(String type) {
    return new Around("(", ")");
  }

  /**
   * MariaDB crashes (11.8.6) over some sub-selects in {@code IN} with a join on the inner side of
   * an outer one; with the row on the inner side of another outer join it does not.
   *
   * <p>Beside a window, a comparison with {@code ALL} of a merged table's column that a window
   * reads holds of no row there (11.8.6: {@code SELECT COUNT(status) OVER () FROM (SELECT status
   * FROM orders) o WHERE status >= ALL (SELECT city FROM cities)}). With a limit the table is not
   * merged.
   */
  @Override
  public DerivedTable derivedTable(TableShape shape, Shown shown, Surroundings surroundings) {
    String row = row(shape, shown, surroundings);
    String items = "(SELECT " + items(shape, shown) + " FROM ";
    String limit = !hasLateral && surroundings.allBesideWindow() ? NO_LIMIT : "";
    return hasLateral || !surroundings.outerJoin()
        ? new DerivedTable(items + "(" + row + ") lacuna_d JOIN ", " lacuna_t", limit, ")")
        : new DerivedTable(
            items, " lacuna_t", " LEFT JOIN (" + row + ") lacuna_d ON TRUE" + limit, ")");
  }

  private String row(TableShape shape, Shown shown, Surroundings surroundings) {
    List<DeclaredColumn> columns =
        shape.missing().stream().filter(column -> shown.shows(column.column())).toList();
    return surroundings.windows() ? types.rowBesideWindows(columns) : types.row(columns);
  }

  /** A whole table is named by its star, so that columns which nobody declared come along. */
  private String items(TableShape shape, Shown shown) {
    List<String> items = new ArrayList<>();
    if (shown.all() && shape.missingStandBehind() && !shape.hides()) {
      items.add("lacuna_t.*");
      shape.missing().forEach(column -> items.add(quote(column.spelling())));
      return String.join(", ", items);
    }
    for (String name : shape.completedNames()) {
      if (shown.shows(name)) {
        items.add(item(shape, name));
      }
    }
    return String.join(", ", items);
  }

  /** A hidden column is never the table's, but is spelled as it is there. */
  private String item(TableShape shape, String name) {
    String label = quote(shape.spelling(name));
    if (shape.hides(name)) {
      return "lacuna_d." + quote(name) + " AS " + label;
    }
    return shape.column(name) == null ? label : "lacuna_t." + label;
  }

  /** In the join's own condition a name is looked for in its two sides alone. */
  @Override
  public Around beside(List<DeclaredColumn> columns, String row) {
    StringBuilder condition = new StringBuilder();
    for (DeclaredColumn column : columns) {
      condition.append(column.hidden() ? "" : quote(column.spelling()) + " IS NULL OR ");
    }
    return new Around(
        "(", " JOIN (" + types.row(columns) + ") " + row + " ON " + condition + "TRUE)");
  }

  /** MySQL 9.7 Reference Manual, 17.7.2.4 "Locking Reads"; MariaDB has no {@code OF}. */
  @Override
  public String lock(String strength, String waiting) {
    boolean of = hasLateral && !strength.toUpperCase(Locale.ROOT).startsWith("LOCK");
    return " " + strength + (of ? " OF lacuna_t" : "") + (waiting.isEmpty() ? "" : " " + waiting);
  }

  @Override
  public Translation.Proof proof() {
    return Translation.Proof.REFUSAL;
  }

  /**
   * Of a table with a primary key the names stand where a column's is refused: see {@link
   * #refusal}; a view may have a constant there. The derived table has a limit so that it is not
   * merged: error 1093 would strike. With {@code NOT EXISTS}, MySQL would run an {@code UPDATE} as
   * one of several tables, which may assign in another order (9.7.4: tried).
   */
  @Override
  public String guard(String relation, TableShape shape, List<String> columns, boolean counts)
      throws UnsupportedSqlException {
    if (!shape.readable()) {
      throw new UnsupportedSqlException("this user may write the table, but not read it");
    }
    List<String> names = columns.stream().map(this::quote).toList();
    return names.isEmpty() || shape.primaryKey().isEmpty()
        ? guardByJoin(relation, names)
        : "(SELECT 1 FROM (SELECT %s FROM %s ORDER BY %s LIMIT 0) lacuna_m) IS NULL"
            .formatted(listed(names, "NULL AS %s"), relation, listed(names, orderGuard("%s")));
  }

  private static String guardByJoin(String relation, List<String> names) {
    return "(SELECT COUNT(*) FROM (SELECT %s FROM (SELECT %s) lacuna_d JOIN %s WHERE FALSE LIMIT 1) lacuna_m) = 0"
        .formatted(String.join(", ", names), listed(names, "1 AS %s"), relation);
  }

  private static String listed(List<String> names, String form) {
    return String.join(", ", names.stream().map(form::formatted).toList());
  }

  /**
   * In an expression behind {@code ORDER BY} a name is a column's of the table, and the alias in
   * the select list where the table has none; and what stands behind {@code ESCAPE} has to be a
   * constant, or the statement is refused when its names are resolved, with error 1210 (MySQL
   * 9.7.4, MariaDB 11.8.6: tried; MySQL 8.0, {@code Item_field::fix_fields} and {@code
   * Item_func_like::fix_fields}). So no row has to be offered to the name.
   *
   * <p>The values of an {@code INSERT} may read the table that is written under another name, but
   * not where it is a view (error 1093): that has no primary key.
   */
  @Override
  public @Nullable Around refusal(String relation, TableShape shape, List<String> columns) {
    if (columns.isEmpty() || !shape.readable() || shape.primaryKey().isEmpty()) {
      return null;
    }
    String first = quote(columns.get(0));
    String before = "(SELECT NULL AS " + first + " FROM " + relation + " lacuna_t ORDER BY ";
    String after = " LIKE '' ESCAPE " + first + " LIMIT 0)";
    Around further = refusal(relation, shape, columns.subList(1, columns.size()));
    return further == null
        ? new Around(before, after)
        : new Around(
            "COALESCE(" + before, after + ", " + further.before() + "''" + further.after() + ")");
  }

  @Override
  public @Nullable Constant constant(DeclaredColumn column) {
    String value = column.defaultExpression() == null ? types.constantNull(column.type()) : null;
    return value == null ? null : new Constant(value, orderGuard(quote(column.spelling())));
  }

  private static String orderGuard(String name) {
    return "'' LIKE '' ESCAPE " + name;
  }

  /**
   * Asked by itself the guard must not be refused, but answer. A name is that of the innermost
   * scope that has it: where the table has the column, the empty outer join makes it null. The
   * table's metadata lock is kept to the end of the transaction (MySQL 9.7 Reference Manual,
   * 10.11.4 "Metadata Locking").
   */
  @Override
  public Guard probe(
      List<String> path, String relation, TableShape shape, List<String> columns, boolean counts) {
    List<String> probes = new ArrayList<>();
    for (String column : columns) {
      String name = quote(column);
      probes.add(
          "(SELECT (SELECT "
              + name
              + " FROM (SELECT 1 AS lacuna_c) lacuna_o LEFT JOIN "
              + relation
              + " ON FALSE) FROM (SELECT 1 AS "
              + name
              + ") lacuna_g) IS NOT NULL");
    }
    return new Guard(path, columns, "", "SELECT " + String.join(", ", probes));
  }

  @Override
  public boolean hasScope() {
    return hasLateral;
  }

  @Override
  public Around scope() throws UnsupportedSqlException {
    if (!hasLateral) {
      throw new UnsupportedSqlException("MariaDB cannot offer a value to a sub-select");
    }
    return new Around(") lacuna_d CROSS JOIN LATERAL (", ") lacuna_x");
  }

  @Override
  public boolean groupsByAllColumns() {
    return false;
  }

  /** They are the numbers that the server gave out. */
  @Override
  public boolean returnsKeys() {
    return false;
  }

  /** Connector/J has results that are read from the connection as the application goes on. */
  @Override
  public boolean asksWhileReading() {
    return false;
  }

  @Override
  public boolean ignoresCase() {
    return true;
  }

  @Override
  public boolean labelsByText() {
    return true;
  }

  /** Of error 1110, ER_FIELD_SPECIFIED_TWICE. */
  @Override
  public String duplicateColumn() {
    return "42000";
  }

  /** MySQL 9.7 Reference Manual, 15.2.17 "UPDATE Statement"; MariaDB, "UPDATE". */
  @Override
  public boolean assignsInOrder() {
    return true;
  }

  @Override
  public boolean insertsBySelecting() {
    return false;
  }
}
