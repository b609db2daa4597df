package dev.lacuna.rewrite;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts that PostgreSQL reads rightly whether a column is there or not.
 *
 * <p>All stand on one rule: a name without a qualifier is that of the innermost scope that has it
 * (PostgreSQL 18 manual, 7.2.1.3 and 4.2.1).
 */
final class PostgresForms implements Forms {

  static final PostgresForms INSTANCE = new PostgresForms(true);

  private static final PostgresForms UNDER_LOCK = new PostgresForms(false);

  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  /** Whether a text proves its guards itself. */
  private final boolean guards;

  private PostgresForms(boolean guards) {
    this.guards = guards;
  }

  @Override
  public String quote(String name) {
    return Dialect.POSTGRESQL.quote(name);
  }

  @Override
  public String defaultOf(DeclaredColumn column) {
    return "CAST(" + column.defaultOrNull() + " AS " + column.type() + ")";
  }

  @Override
  public String nullOf(String type) {
    return "CAST(NULL AS " + type + ")";
  }

  @Override
  public Around typed(String type) {
    return new Around("CAST((", ") AS " + type + ")");
  }

  @Override
  public Around typedQuery(String type) {
    return typed(type);
  }

  @Override
  public Around unused(String type) {
    return typed(type);
  }

  /**
   * Of the declared columns that are shown each may be there or not: those that are not show their
   * default. Known ones are qualified, so that the server refuses where one has gone.
   */
  @Override
  public DerivedTable derivedTable(TableShape shape, Shown shown, Surroundings surroundings)
      throws UnsupportedSqlException {
    List<String> items = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String name : shape.completedNames()) {
      DeclaredColumn declaration = shape.declaration(name);
      if (!shown.shows(name)) {
        continue;
      }
      items.add(qualifier(declaration) + quote(name));
      if (declaration != null) {
        values.add(defaultOf(declaration));
        names.add(quote(name));
      }
    }
    addSystemColumns(items, shown);
    String head =
        "(SELECT lacuna_s.* FROM (VALUES ("
            + String.join(", ", values)
            + ")) lacuna_d("
            + String.join(", ", names)
            + ") CROSS JOIN LATERAL (SELECT "
            + String.join(", ", items)
            + " FROM ";
    return new DerivedTable(head, " lacuna_t", "", ") lacuna_s)");
  }

  /** A hidden one is never the table's. */
  private static String qualifier(@Nullable DeclaredColumn declaration) {
    if (declaration == null) {
      return "lacuna_t.";
    }
    return declaration.hidden() ? "lacuna_d." : "";
  }

  private static void addSystemColumns(List<String> items, Shown shown)
      throws UnsupportedSqlException {
    for (String name : SYSTEM_COLUMNS) {
      if (shown.words().contains(name)) {
        if (shown.all()) {
          throw new UnsupportedSqlException("a star and the system column " + name + " together");
        }
        items.add("lacuna_t." + name);
      }
    }
  }

  @Override
  public @Nullable String lock(String strength, String waiting) {
    return null;
  }

  @Override
  public Forms underLock() {
    return UNDER_LOCK;
  }

  @Override
  public Translation.Proof proof() {
    return Translation.Proof.EFFECT;
  }

  @Override
  public String guard(String relation, TableShape shape, List<String> columns, boolean counts) {
    return guards ? String.join(" AND ", guards(relation, shape, columns, counts)) : "TRUE";
  }

  @Override
  public Guard probe(
      List<String> path, String relation, TableShape shape, List<String> columns, boolean counts) {
    List<String> named = shape.readable() ? columns : List.of();
    return new Guard(
        path,
        named,
        named.isEmpty() ? lock(relation) : "",
        "SELECT " + String.join(", ", guards(relation, shape, columns, counts)));
  }

  private List<String> guards(
      String relation, TableShape shape, List<String> columns, boolean counts) {
    List<String> guards = new ArrayList<>();
    if (shape.readable()) {
      columns.forEach(column -> guards.add(isMissing(relation, column)));
    }
    if (counts || !shape.readable()) {
      guards.add(isUnchanged(relation, shape.attributes()));
    }
    return guards;
  }

  /**
   * A condition that is true only while the column is missing. Where the table has the column, the
   * inner name is that column; else it is the one outside, of a type that no column has (PostgreSQL
   * 18 manual, 8.21): the type of the expression tells which.
   *
   * <p>The query stands in a branch never taken, so that no plan has it. All the same the statement
   * depends on the table, and is analysed anew when the table has changed: by then it has its lock.
   */
  private String isMissing(String relation, String column) {
    String name = quote(column);
    return "pg_catalog.pg_typeof(CASE WHEN FALSE THEN (SELECT (SELECT "
        + name
        + " FROM "
        + relation
        + ") FROM (SELECT CAST(NULL AS pg_catalog.void) AS "
        + name
        + ") lacuna_g) END) = CAST('pg_catalog.void' AS pg_catalog.regtype)";
  }

  /**
   * Takes the lock that a write takes; a user who may INSERT may take it (PostgreSQL 18 manual,
   * LOCK). A probe that names the table in a query locks it by itself; {@link #isUnchanged} does
   * not.
   */
  private static String lock(String relation) {
    return "LOCK TABLE " + relation + " IN ROW EXCLUSIVE MODE";
  }

  /**
   * A condition that is true only while no column was added to a table, under the lock that the
   * write itself holds. It reads nothing of the table.
   *
   * <p>The privilege function answers from the catalog as it is now: null where there is no such
   * column (PostgreSQL 18 manual, 9.27.2). Before version 14 it does so only for one who has not
   * the privilege on the whole table; so it is asked for a role that owns nothing.
   *
   * @param attributes the highest number that a column of it ever had
   */
  private static String isUnchanged(String relation, int attributes) {
    return "pg_catalog.has_column_privilege('pg_signal_backend', CAST('"
        + relation.replace("'", "''")
        + "' AS pg_catalog.regclass), CAST("
        + (attributes + 1)
        + " AS pg_catalog.int2), 'REFERENCES') IS NULL";
  }

  /** Each of its writes has one target, and what it reads besides can be a derived table. */
  @Override
  public Around beside(List<DeclaredColumn> columns, String row) throws UnsupportedSqlException {
    throw new UnsupportedSqlException("PostgreSQL has no write to several tables");
  }

  @Override
  public boolean hasScope() {
    return true;
  }

  @Override
  public Around scope() {
    return new Around(") lacuna_d CROSS JOIN LATERAL (", ") lacuna_x");
  }

  @Override
  public boolean groupsByAllColumns() {
    return true;
  }

  @Override
  public boolean returnsKeys() {
    return true;
  }

  @Override
  public boolean asksWhileReading() {
    return true;
  }

  @Override
  public boolean ignoresCase() {
    return false;
  }

  @Override
  public boolean labelsByText() {
    return false;
  }

  /** PostgreSQL 18 manual, appendix A: duplicate_column. */
  @Override
  public String duplicateColumn() {
    return "42701";
  }

  @Override
  public boolean assignsInOrder() {
    return false;
  }

  @Override
  public boolean insertsBySelecting() {
    return true;
  }
}
