package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Facts.Holder;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Size;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the information schema of MySQL or MariaDB. Where the user may not look into InnoDB's own
 * tables (the PROCESS privilege), what they would say is not known.
 */
final class MysqlFacts implements FactsLoader {

  private static final String SERVER =
      "SELECT VERSION() AS version, @@SESSION.foreign_key_checks AS checks,"
          + " COALESCE(@@character_set_database, 'utf8mb4') AS charset,"
          + " @@SESSION.lock_wait_timeout AS patience";

  private static final String TABLE =
      "SELECT t.TABLE_SCHEMA AS s, t.TABLE_NAME AS n, t.ENGINE AS e, t.ROW_FORMAT AS f,"
          + " t.TABLE_ROWS AS r, t.DATA_LENGTH AS d, t.INDEX_LENGTH AS i, c.CHARACTER_SET_NAME AS"
          + " charset, t.CREATE_OPTIONS AS o FROM INFORMATION_SCHEMA.TABLES t LEFT JOIN"
          + " INFORMATION_SCHEMA.COLLATION_CHARACTER_SET_APPLICABILITY c ON %s ="
          + " t.TABLE_COLLATION WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND t.TABLE_NAME ="
          + " ?";

  private static final String COLUMNS =
      "SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, EXTRA, COLUMN_DEFAULT, CHARACTER_SET_NAME,"
          + " CASE WHEN CHARACTER_MAXIMUM_LENGTH > 0 THEN CHARACTER_OCTET_LENGTH DIV"
          + " CHARACTER_MAXIMUM_LENGTH ELSE 0 END AS bytes, COLUMN_COMMENT FROM"
          + " INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY"
          + " ORDINAL_POSITION";

  private static final String INDEXES =
      "SELECT INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME FROM INFORMATION_SCHEMA.STATISTICS"
          + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY INDEX_NAME, SEQ_IN_INDEX";

  private static final String INCOMING =
      "SELECT DISTINCT CONSTRAINT_SCHEMA, TABLE_NAME FROM"
          + " INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE UNIQUE_CONSTRAINT_SCHEMA = ? AND"
          + " REFERENCED_TABLE_NAME = ?";

  private static final String HOLDERS =
      "SELECT p.ID, l.LOCK_TYPE, TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) AS seconds FROM"
          + " performance_schema.metadata_locks l JOIN performance_schema.threads h ON h.THREAD_ID"
          + " = l.OWNER_THREAD_ID JOIN INFORMATION_SCHEMA.PROCESSLIST p ON p.ID = h.PROCESSLIST_ID"
          + " JOIN INFORMATION_SCHEMA.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID WHERE"
          + " l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = ? AND l.OBJECT_NAME = ? AND"
          + " l.LOCK_STATUS = 'GRANTED' AND p.ID <> CONNECTION_ID() ORDER BY t.trx_started LIMIT 5";

  private final Connection connection;

  MysqlFacts(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Facts load(Ddl ddl) throws SQLException {
    Session session = Rows.of(connection, SERVER, Session::of).get(0);
    try (Statement statement = connection.createStatement()) {
      statement.execute(Session.patience(1));
      try {
        return load(ddl, session.server());
      } finally {
        statement.execute(Session.patience(session.seconds()));
      }
    }
  }

  private Facts load(Ddl ddl, Server server) throws SQLException {
    ObjectName name = ddl.table();
    Table table = name == null ? null : table(name, server, ddl);
    List<Holder> holders = table == null || server.isMariadb() ? List.of() : holders(table.name());
    MysqlRate rate = new MysqlRate(connection);
    Facts facts =
        new Facts(
            server, table, null, Map.of(), holders, table == null ? null : rate.of(table), false);
    return Effects.of(ddl, facts).isLong()
        ? facts.with(new MysqlReplication(connection).ask())
        : facts;
  }

  /** The server, and how long the session waits for a lock of the kind that DDL takes. */
  private record Session(Server server, long seconds) {

    static Session of(ResultSet row) throws SQLException {
      String version = row.getString("version");
      boolean mariadb = version.toLowerCase(Locale.ROOT).contains("mariadb");
      Server server =
          new Server(
              mariadb ? Engine.MARIADB : Engine.MYSQL,
              ServerVersion.parse(version),
              false,
              row.getInt("checks") == 1,
              Replication.UNASKED,
              false,
              row.getString("charset"));
      return new Session(server, row.getLong("patience"));
    }

    static String patience(long seconds) {
      return "SET SESSION lock_wait_timeout = " + seconds;
    }
  }

  private @Nullable Table table(ObjectName name, Server server, Ddl ddl) throws SQLException {
    String collation =
        server.isMariadb() && server.isAtLeast(10, 10, 0)
            ? "c.FULL_COLLATION_NAME"
            : "c.COLLATION_NAME";
    List<Table> found =
        Rows.of(
            connection,
            TABLE.formatted(collation),
            MysqlFacts::head,
            nullable(name.schema()),
            name.name());
    return found.isEmpty() ? null : complete(found.get(0), server, ddl);
  }

  private static Object nullable(@Nullable String text) {
    return text == null ? new Rows.Null() : text;
  }

  private static Table head(ResultSet row) throws SQLException {
    String options = String.valueOf(row.getString("o")).toLowerCase(Locale.ROOT);
    Innodb innodb =
        new Innodb(
            String.valueOf(row.getString("e")),
            String.valueOf(row.getString("f")).toLowerCase(Locale.ROOT),
            -1,
            Table.Residue.UNSEEN,
            String.valueOf(row.getString("charset")),
            Innodb.DEFAULT_PAGE_BYTES,
            true);
    return new Table(
        new ObjectName(row.getString("s"), row.getString("n")),
        new Size(row.getLong("d"), row.getLong("i"), row.getLong("r")),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        options.contains("partitioned") ? 1 : 0,
        List.of(),
        0,
        0,
        List.of(),
        false,
        innodb);
  }

  private Table complete(Table head, Server server, Ddl ddl) throws SQLException {
    String schema = String.valueOf(head.name().schema());
    String name = head.name().name();
    Map<String, ColumnFacts> columns = new LinkedHashMap<>();
    for (ColumnFacts column : Rows.of(connection, COLUMNS, MysqlFacts::column, schema, name)) {
      columns.put(column.name().toLowerCase(Locale.ROOT), column);
    }
    List<IndexFacts> indexes = indexes(schema, name);
    MysqlConstraints.Found found = new MysqlConstraints(connection).of(schema, name);
    List<ObjectName> incoming = FactsLoader.renames(ddl) ? incoming(schema, name) : List.of();
    return new Table(
        ObjectName.of(name),
        head.size(),
        columns,
        found.constraints(),
        indexes,
        incoming,
        head.partitions(),
        List.of(),
        0,
        columns.size(),
        found.triggers(),
        false,
        FactsLoader.movesColumns(ddl)
            ? new InnodbFacts(connection, server).of(head, columns.values(), indexes)
            : head.innodb());
  }

  private List<ObjectName> incoming(String schema, String name) throws SQLException {
    return Rows.of(
        connection,
        INCOMING,
        row -> new ObjectName(row.getString(1), row.getString(2)),
        schema,
        name);
  }

  private static ColumnFacts column(ResultSet row) throws SQLException {
    String extra = row.getString("EXTRA").toLowerCase(Locale.ROOT);
    boolean stored = extra.contains("stored generated") || extra.contains("persistent");
    return new ColumnFacts(
        row.getString("COLUMN_NAME"),
        SqlType.mysql(row.getString("COLUMN_TYPE")),
        row.getString("IS_NULLABLE").equals("NO"),
        false,
        stored || extra.contains("virtual generated"),
        stored,
        extra.contains("auto_increment"),
        row.getInt("bytes"),
        row.getString("CHARACTER_SET_NAME"),
        row.getString("COLUMN_DEFAULT"),
        row.getString("COLUMN_COMMENT"));
  }

  private List<IndexFacts> indexes(String schema, String table) throws SQLException {
    Map<String, IndexFacts> byName = new LinkedHashMap<>();
    for (IndexFacts part : Rows.of(connection, INDEXES, MysqlFacts::index, schema, table)) {
      byName.merge(part.name(), part, MysqlFacts::join);
    }
    return List.copyOf(byName.values());
  }

  private static IndexFacts join(IndexFacts one, IndexFacts other) {
    List<String> columns = new ArrayList<>(one.columns());
    columns.addAll(other.columns());
    return new IndexFacts(
        one.name(), one.unique(), one.primary(), one.valid(), columns, one.fulltext());
  }

  private static IndexFacts index(ResultSet row) throws SQLException {
    String column = row.getString("COLUMN_NAME");
    String name = row.getString("INDEX_NAME");
    return new IndexFacts(
        name,
        row.getInt("NON_UNIQUE") == 0,
        name.equals("PRIMARY"),
        true,
        List.of(column == null ? "" : column),
        row.getString("INDEX_TYPE").equals("FULLTEXT"));
  }

  private List<Holder> holders(ObjectName table) {
    try {
      return Rows.of(
          connection,
          HOLDERS,
          row -> new Holder(row.getString(1), row.getString(2), row.getLong(3), ""),
          nullable(table.schema() == null ? connection.getCatalog() : table.schema()),
          table.name());
    } catch (SQLException mayNotLook) {
      // performance_schema may be off, or not for this user: then nobody is known to hold it.
      return List.of();
    }
  }
}
