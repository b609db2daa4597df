package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.effect.Facts.Domain;
import dev.lacuna.ddl.effect.Facts.Holder;
import dev.lacuna.ddl.effect.Replication;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Residue;
import dev.lacuna.ddl.effect.Table.Size;
import dev.lacuna.ddl.effect.Table.TriggerFacts;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table {@code orders} of 48 GB on some server, as the judge is told of it. Immutable. */
public record Orders(
    Server server,
    int partitions,
    List<Holder> holders,
    boolean fulltext,
    int rowVersions,
    Map<String, Domain> domains,
    boolean cascades,
    Residue residue,
    More more) {

  /**
   * What few of the tests need.
   *
   * @param texts how many further columns of VARCHAR(100) it has
   * @param numbers how many column numbers are used up
   */
  public record More(List<TriggerFacts> triggers, int texts, int numbers, boolean strict) {

    static final More NOTHING = new More(List.of(), 0, 8, true);
  }

  private static final long GB = 1L << 30;

  /** On PostgreSQL. */
  public static Orders onPostgresql(String version) {
    return on(Engine.POSTGRESQL, version);
  }

  /** On MySQL. */
  public static Orders onMysql(String version) {
    return on(Engine.MYSQL, version);
  }

  /** On MariaDB. */
  public static Orders onMariadb(String version) {
    return on(Engine.MARIADB, version);
  }

  private static Orders on(Engine engine, String version) {
    Server server = Server.assumed(engine, ServerVersion.parse(version));
    return new Orders(server, 0, List.of(), false, 0, Map.of(), false, Residue.NONE, More.NOTHING);
  }

  public Orders partitioned(int count) {
    return new Orders(
        server, count, holders, fulltext, rowVersions, domains, cascades, residue, more);
  }

  public Orders heldFor(long seconds) {
    Holder holder = new Holder("4711", "ACCESS SHARE", seconds, "report");
    return new Orders(
        server,
        partitions,
        List.of(holder),
        fulltext,
        rowVersions,
        domains,
        cascades,
        residue,
        more);
  }

  public Orders withFulltext() {
    return new Orders(
        server, partitions, holders, true, rowVersions, domains, cascades, residue, more);
  }

  public Orders withRowVersions(int count) {
    return new Orders(
        server, partitions, holders, fulltext, count, domains, cascades, residue, more);
  }

  /** Its foreign key is ON DELETE CASCADE. */
  public Orders cascading() {
    return new Orders(
        server, partitions, holders, fulltext, rowVersions, domains, true, residue, more);
  }

  /** It once had a FULLTEXT index. */
  public Orders withFulltextResidue() {
    return withResidue(Residue.LEFT);
  }

  /** Whoever asks may not see whether it had one. */
  public Orders seenByOrdinaryUser() {
    return withResidue(Residue.UNSEEN);
  }

  private Orders withResidue(Residue left) {
    return new Orders(
        server, partitions, holders, fulltext, rowVersions, domains, cascades, left, more);
  }

  /** With a domain over text. */
  public Orders withDomain(String name, String... checks) {
    Domain domain = new Domain("text", false, List.of(checks));
    return new Orders(
        server,
        partitions,
        holders,
        fulltext,
        rowVersions,
        Map.of(name, domain),
        cascades,
        residue,
        more);
  }

  /** With triggers, each by its name and what it does; they fire for every UPDATE. */
  public Orders withTrigger(String name, String body) {
    return with(
        new More(
            List.of(new TriggerFacts(name, true, body)),
            more.texts(),
            more.numbers(),
            more.strict()));
  }

  /** With so many more columns of VARCHAR(100). */
  public Orders withTexts(int count) {
    return with(new More(more.triggers(), count, 8 + count, more.strict()));
  }

  /** With so many column numbers used up, most of them by columns that are gone. */
  public Orders withNumbers(int count) {
    return with(new More(more.triggers(), more.texts(), count, more.strict()));
  }

  private Orders with(More other) {
    return new Orders(
        server, partitions, holders, fulltext, rowVersions, domains, cascades, residue, other);
  }

  /** With two standbys, 42 s behind, and publications; on MySQL and MariaDB with two replicas. */
  public Orders replicated() {
    boolean postgresql = server.isPostgresql();
    return followedBy(
        new Replication(2, postgresql ? 42 : Replication.UNSEEN, false, false), postgresql);
  }

  /** With those who follow its server. */
  public Orders followedBy(Replication replication, boolean logical) {
    Server watched =
        new Server(
            server.engine(), server.version(), false, true, replication, logical, server.charset());
    return new Orders(
        watched, partitions, holders, fulltext, rowVersions, domains, cascades, residue, more);
  }

  public Orders inUtc() {
    Server utc =
        new Server(
            server.engine(),
            server.version(),
            true,
            true,
            Replication.UNASKED,
            false,
            server.charset());
    return new Orders(
        utc, partitions, holders, fulltext, rowVersions, domains, cascades, residue, more);
  }

  /** Judges the last statement of a script; those before it have run. */
  public Verdict judge(String script, String... allowed) {
    Context context = new Context();
    context.inTransaction(script.startsWith("BEGIN;"));
    List<Ddl> statements = DdlScript.read(script, server.engine().dialect());
    Ddl last = statements.get(statements.size() - 1);
    statements.subList(0, statements.size() - 1).forEach(context::add);
    return new Judge(Set.of(allowed)).judge(last, facts(), context);
  }

  /** What is known. */
  public Facts facts() {
    boolean postgresql = server.isPostgresql();
    Set<String> volatileFunctions =
        Set.of("gen_random_uuid", "random", "clock_timestamp", "nextval");
    return new Facts(
        server, table(), postgresql ? volatileFunctions : null, domains, holders, null, false);
  }

  private Table table() {
    return new Table(
        ObjectName.of("orders"),
        new Size(48 * GB, 12 * GB, 310_000_000),
        columns(),
        constraints(),
        indexes(),
        List.of(ObjectName.of("items")),
        partitions,
        IntStream.rangeClosed(1, partitions).mapToObj(i -> ObjectName.of("orders_" + i)).toList(),
        0,
        more.numbers(),
        more.triggers(),
        false,
        server.isPostgresql()
            ? null
            : new Innodb(
                "InnoDB",
                "dynamic",
                rowVersions,
                residue,
                "utf8mb4",
                Innodb.DEFAULT_PAGE_BYTES,
                more.strict()));
  }

  private Map<String, ColumnFacts> columns() {
    Map<String, ColumnFacts> columns = new LinkedHashMap<>();
    for (ColumnFacts column :
        List.of(
            column("id", "bigint", true),
            column("customer_id", "bigint", false),
            column("note", "varchar(40)", false),
            column("body", "varchar(300)", false),
            column("quantity", "int", false),
            column("total", "numeric(10,2)", true),
            column("placed_at", "timestamp", true),
            generated("doubled"))) {
      columns.put(column.name(), column);
    }
    for (int i = 0; i < more.texts(); i++) {
      columns.put("text_" + i, column("text_" + i, "varchar(100)", false));
    }
    return columns;
  }

  private ColumnFacts column(String name, String type, boolean notNull) {
    boolean text = type.startsWith("varchar");
    return new ColumnFacts(
        name,
        type(type),
        notNull,
        false,
        false,
        false,
        false,
        text ? 4 : 0,
        text ? "utf8mb4" : null,
        null,
        "");
  }

  private ColumnFacts generated(String name) {
    return new ColumnFacts(
        name, type("int"), false, false, true, true, false, 0, null, "(quantity * 2)", "");
  }

  private SqlType type(String written) {
    return server.engine().dialect() == Dialect.POSTGRESQL
        ? SqlType.postgresql(written)
        : SqlType.mysql(written);
  }

  private List<ConstraintFacts> constraints() {
    return List.of(
        constraint("orders_pkey", Kind.PRIMARY_KEY, "id", null),
        constraint("orders_customer_fkey", Kind.FOREIGN_KEY, "customer_id", "customers"),
        new ConstraintFacts(
            "body_not_null",
            Kind.CHECK,
            true,
            List.of("body"),
            "CHECK ((body IS NOT NULL))",
            null,
            false));
  }

  private ConstraintFacts constraint(
      String name, Kind kind, String column, @Nullable String parent) {
    ObjectName target = parent == null ? null : ObjectName.of(parent);
    return new ConstraintFacts(
        name, kind, true, List.of(column), "", target, cascades && target != null);
  }

  private List<IndexFacts> indexes() {
    List<IndexFacts> indexes = new ArrayList<>();
    indexes.add(new IndexFacts("PRIMARY", true, true, true, List.of("id"), false));
    indexes.add(new IndexFacts("orders_note_key", true, false, true, List.of("note"), false));
    indexes.add(new IndexFacts("orders_id_key", true, false, true, List.of("id"), false));
    if (fulltext) {
      indexes.add(new IndexFacts("orders_words", false, false, true, List.of("body"), true));
    }
    return indexes;
  }
}
