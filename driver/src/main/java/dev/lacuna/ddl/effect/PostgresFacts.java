package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Facts.Domain;
import dev.lacuna.ddl.effect.Facts.Holder;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Size;
import dev.lacuna.ddl.effect.Table.TriggerFacts;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL's catalog (PostgreSQL 18 manual, chapter 53). No question takes a lock on a table
 * that would outlast it.
 */
final class PostgresFacts implements FactsLoader {

  private static final String SERVER =
      "SELECT current_setting('server_version') AS version, extract(timezone FROM now()) = 0 AND"
          + " current_setting('TimeZone') IN ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Zulu') AS utc,"
          + " r.replicas, r.lag,"
          + " EXISTS (SELECT FROM pg_catalog.pg_publication) AS logical FROM (SELECT count(*) AS"
          + " replicas, CASE WHEN count(state) < count(*) THEN -1 ELSE coalesce(extract(epoch FROM"
          + " max(replay_lag)), 0) END::bigint AS lag FROM pg_catalog.pg_stat_replication) r";

  /**
   * Those that are on in an ordinary session: name, whether a backfill fires it, body. One for
   * named columns does not fire for a new one (PostgreSQL 18 manual, 53.57 "pg_trigger").
   */
  private static final String TRIGGERS =
      "ARRAY(SELECT ARRAY[t.tgname::text, (t.tgtype & 16 <> 0 AND t.tgattr::text = '')::text,"
          + " p.prosrc] FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid"
          + " WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') ORDER BY"
          + " t.tgname) AS triggers, ";

  private static final String TABLE =
      "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples,"
          + " CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_table_size(c.oid) ELSE"
          + " (SELECT coalesce(sum(pg_catalog.pg_table_size(i.inhrelid)), 0) FROM"
          + " pg_catalog.pg_inherits i WHERE i.inhparent = c.oid) END AS bytes,"
          + " CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_indexes_size(c.oid) ELSE 0 END"
          + " AS index_bytes, c.relnatts, "
          + TRIGGERS
          + "(SELECT count(*) FROM pg_catalog.pg_inherits i WHERE i.inhparent ="
          + " c.oid) AS children, (SELECT sum(greatest(p.reltuples, 0)) FROM"
          + " pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhrelid WHERE"
          + " i.inhparent = c.oid) AS child_rows FROM pg_catalog.pg_class c JOIN"
          + " pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ";

  private static final String COLUMNS =
      "SELECT a.attname, CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype,"
          + " t.typtypmod) ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END AS type,"
          + " a.attnotnull,"
          + " t.typtype = 'd' AS domain, a.attidentity <> '' AS identity, %s AS generated,"
          + " pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression FROM"
          + " pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid LEFT JOIN"
          + " pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE"
          + " a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

  private static final String CONSTRAINTS =
      "SELECT c.conname, c.contype::text, c.convalidated, ARRAY(SELECT a.attname::text FROM"
          + " pg_catalog.pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY"
          + " (c.conkey)) AS columns, CASE WHEN c.contype = 'c' THEN"
          + " pg_catalog.pg_get_constraintdef(c.oid) ELSE '' END AS definition, n.nspname,"
          + " p.relname, c.confdeltype IN ('c', 'n', 'd') OR c.confupdtype IN ('c', 'n', 'd') AS"
          + " actions FROM pg_catalog.pg_constraint c LEFT JOIN pg_catalog.pg_class p ON p.oid ="
          + " c.confrelid LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace WHERE"
          + " c.conrelid = ?";

  private static final String INDEXES =
      "SELECT c.relname, i.indisunique, i.indisprimary, i.indisvalid, ARRAY(SELECT coalesce("
          + "(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indrelid"
          + " AND a.attnum = k.n), '') FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (n, o)"
          + " ORDER BY k.o) AS columns FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON"
          + " c.oid = i.indexrelid WHERE i.indrelid = ?";

  /** The partitions that rows are in; from PostgreSQL 12 on. */
  private static final String LEAVES =
      "SELECT n.nspname, c.relname FROM pg_catalog.pg_partition_tree(?::oid::regclass) t JOIN"
          + " pg_catalog.pg_class c ON c.oid = t.relid JOIN pg_catalog.pg_namespace n ON n.oid ="
          + " c.relnamespace WHERE t.isleaf ORDER BY 1, 2";

  private static final String HOLDERS =
      "SELECT l.pid, l.mode, extract(epoch FROM now() - a.xact_start)::bigint AS seconds,"
          + " coalesce(a.application_name, '') AS application FROM pg_catalog.pg_locks l JOIN"
          + " pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.relation = ? AND l.granted AND"
          + " l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
          + " current_database()) AND l.pid <> pg_catalog.pg_backend_pid() AND a.xact_start IS NOT"
          + " NULL ORDER BY a.xact_start LIMIT 5";

  private static final String DOMAINS =
      "WITH RECURSIVE d AS (SELECT t.oid AS root, t.typname, n.nspname, t.oid, t.typbasetype,"
          + " t.typtypmod, t.typnotnull FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n"
          + " ON n.oid = t.typnamespace WHERE t.typtype = 'd' UNION ALL SELECT d.root, d.typname,"
          + " d.nspname, b.oid, b.typbasetype, b.typtypmod, b.typnotnull FROM d JOIN"
          + " pg_catalog.pg_type b ON b.oid = d.typbasetype WHERE b.typtype = 'd') SELECT"
          + " d.nspname, d.typname, bool_or(d.typnotnull) AS not_null,"
          + " max(pg_catalog.format_type(d.typbasetype, d.typtypmod)) FILTER (WHERE b.typtype <>"
          + " 'd') AS base, array_remove(array_agg(pg_catalog.pg_get_constraintdef(c.oid) ORDER BY"
          + " c.conname), NULL) AS checks FROM d JOIN pg_catalog.pg_type b ON b.oid ="
          + " d.typbasetype LEFT JOIN pg_catalog.pg_constraint c ON c.contypid = d.oid AND"
          + " c.contype = 'c' GROUP BY d.root, d.nspname, d.typname";

  /** A domain of that name is seldom made, and found only if its schema is named. */
  private static final Set<String> COMMON_TYPES =
      Set.of(
          "bigint",
          "boolean",
          "bytea",
          "character",
          "character varying",
          "date",
          "double precision",
          "integer",
          "json",
          "jsonb",
          "numeric",
          "real",
          "smallint",
          "text",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid");

  private final Connection connection;

  PostgresFacts(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Facts load(Ddl ddl) throws SQLException {
    Server server = Rows.of(connection, SERVER, PostgresFacts::server).get(0);
    Long oid = oid(ddl);
    Table table = oid == null ? null : table(oid, server, FactsLoader.addsForeignKey(ddl));
    return new Facts(
        server,
        table,
        volatileFunctions(FactsLoader.functions(ddl)),
        domains(FactsLoader.types(ddl)),
        oid == null ? List.of() : holders(oid),
        table == null ? null : new PostgresRate(connection).of(table),
        false);
  }

  private static Server server(ResultSet row) throws SQLException {
    return new Server(
        Engine.POSTGRESQL,
        ServerVersion.parse(row.getString("version")),
        row.getBoolean("utc"),
        true,
        new Replication(row.getInt("replicas"), row.getLong("lag"), false, false),
        row.getBoolean("logical"),
        "");
  }

  private @Nullable Long oid(Ddl ddl) throws SQLException {
    ObjectName table = ddl.table();
    ObjectName index = FactsLoader.index(ddl);
    if (table == null && index == null) {
      return null;
    }
    String query =
        table != null
            ? "SELECT pg_catalog.to_regclass(?)::oid::bigint"
            : "SELECT indrelid::bigint FROM pg_catalog.pg_index WHERE indexrelid ="
                + " pg_catalog.to_regclass(?)";
    String name = quoted(table == null ? index : table);
    List<Long> found =
        Rows.of(
            connection,
            query,
            row -> {
              long oid = row.getLong(1);
              return row.wasNull() ? 0L : oid;
            },
            name);
    return found.isEmpty() || found.get(0) == 0L ? null : found.get(0);
  }

  private static String quoted(@Nullable ObjectName name) {
    if (name == null) {
      return "";
    }
    String own = '"' + name.name().replace("\"", "\"\"") + '"';
    String schema = name.schema();
    return schema == null ? own : '"' + schema.replace("\"", "\"\"") + "\"." + own;
  }

  private @Nullable Table table(long oid, Server server, boolean withLeaves) throws SQLException {
    Map<String, ColumnFacts> columns = new LinkedHashMap<>();
    String generated = server.isAtLeast(12, 0, 0) ? "a.attgenerated::text" : "''";
    for (ColumnFacts column :
        Rows.of(connection, COLUMNS.formatted(generated), PostgresFacts::column, oid)) {
      columns.put(column.name(), column);
    }
    List<ConstraintFacts> constraints =
        Rows.of(connection, CONSTRAINTS, PostgresFacts::constraint, oid);
    List<IndexFacts> indexes = Rows.of(connection, INDEXES, PostgresFacts::index, oid);
    List<ObjectName> leaves =
        withLeaves && server.isAtLeast(12, 0, 0)
            ? Rows.of(connection, LEAVES, row -> name(row.getString(1), row.getString(2)), oid)
            : List.of();
    List<Table> tables =
        Rows.of(
            connection, TABLE + "?", row -> table(row, columns, constraints, indexes, leaves), oid);
    return tables.isEmpty() ? null : tables.get(0);
  }

  private static Table table(
      ResultSet row,
      Map<String, ColumnFacts> columns,
      List<ConstraintFacts> constraints,
      List<IndexFacts> indexes,
      List<ObjectName> leaves)
      throws SQLException {
    boolean partitioned = row.getString("relkind").equals("p");
    long rows = partitioned ? row.getLong("child_rows") : row.getLong("reltuples");
    int children = row.getInt("children");
    return new Table(
        name(row.getString("nspname"), row.getString("relname")),
        new Size(row.getLong("bytes"), row.getLong("index_bytes"), rows),
        columns,
        constraints,
        indexes,
        List.of(),
        partitioned ? Math.max(children, 1) : 0,
        partitioned ? leaves : List.of(),
        partitioned ? 0 : children,
        row.getInt("relnatts"),
        triggers(row),
        row.getString("relpersistence").equals("u"),
        null);
  }

  private static List<TriggerFacts> triggers(ResultSet row) throws SQLException {
    List<TriggerFacts> triggers = new ArrayList<>();
    for (Object trigger : (Object[]) row.getArray("triggers").getArray()) {
      Object[] facts = (Object[]) trigger;
      String name = String.valueOf(facts[0]);
      triggers.add(new TriggerFacts(name, "true".equals(facts[1]), String.valueOf(facts[2])));
    }
    return triggers;
  }

  /** The schema that everybody has is left out, as people do. */
  private static ObjectName name(String schema, String name) {
    return schema.equals("public") ? ObjectName.of(name) : new ObjectName(schema, name);
  }

  private static ColumnFacts column(ResultSet row) throws SQLException {
    String generated = row.getString("generated");
    String expression = row.getString("expression");
    return new ColumnFacts(
        row.getString("attname"),
        SqlType.postgresql(row.getString("type")),
        row.getBoolean("attnotnull"),
        row.getBoolean("domain"),
        !generated.isEmpty(),
        generated.equals("s"),
        row.getBoolean("identity") || (expression != null && expression.startsWith("nextval(")),
        0,
        null,
        expression,
        "");
  }

  private static ConstraintFacts constraint(ResultSet row) throws SQLException {
    String parent = row.getString("relname");
    return new ConstraintFacts(
        row.getString("conname"),
        kind(row.getString("contype")),
        row.getBoolean("convalidated"),
        Rows.texts(row, "columns"),
        row.getString("definition"),
        parent == null ? null : name(row.getString("nspname"), parent),
        row.getBoolean("actions"));
  }

  private static Kind kind(String contype) {
    return switch (contype) {
      case "p" -> Kind.PRIMARY_KEY;
      case "u" -> Kind.UNIQUE;
      case "f" -> Kind.FOREIGN_KEY;
      case "n" -> Kind.NOT_NULL;
      case "x" -> Kind.EXCLUSION;
      default -> Kind.CHECK;
    };
  }

  private static IndexFacts index(ResultSet row) throws SQLException {
    return new IndexFacts(
        row.getString("relname"),
        row.getBoolean("indisunique"),
        row.getBoolean("indisprimary"),
        row.getBoolean("indisvalid"),
        Rows.texts(row, "columns"),
        false);
  }

  private List<Holder> holders(long oid) throws SQLException {
    return Rows.of(
        connection,
        HOLDERS,
        row ->
            new Holder(
                row.getString("pid"),
                Lock.ofPgLocks(row.getString("mode")).sql(),
                row.getLong("seconds"),
                row.getString("application")),
        oid);
  }

  private Set<String> volatileFunctions(Set<String> functions) throws SQLException {
    if (functions.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        Rows.of(
            connection,
            "SELECT DISTINCT proname::text FROM pg_catalog.pg_proc WHERE provolatile = 'v' AND"
                + " proname = ANY (?)",
            row -> row.getString(1),
            (Object) functions.toArray(String[]::new)));
  }

  /** Of the types, those that are domains, and what these are made of. */
  private Map<String, Domain> domains(Set<String> types) throws SQLException {
    if (COMMON_TYPES.containsAll(types)) {
      return Map.of();
    }
    Map<String, Domain> domains = new HashMap<>();
    for (Map.Entry<ObjectName, Domain> found :
        Rows.of(connection, DOMAINS, PostgresFacts::domain)) {
      ObjectName name = found.getKey();
      domains.put(name.toString(), found.getValue());
      domains.merge(name.name(), found.getValue(), (a, b) -> a.isConstrained() ? a : b);
    }
    domains.keySet().retainAll(types);
    return domains;
  }

  private static Map.Entry<ObjectName, Domain> domain(ResultSet row) throws SQLException {
    List<String> checks = new ArrayList<>();
    for (String check : Rows.texts(row, "checks")) {
      checks.add(check.substring(check.indexOf('('), check.lastIndexOf(')') + 1));
    }
    return Map.entry(
        new ObjectName(row.getString("nspname"), row.getString("typname")),
        new Domain(row.getString("base"), row.getBoolean("not_null"), checks));
  }
}
