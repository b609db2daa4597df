package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Residue;
import dev.lacuna.engine.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What InnoDB says of a table, as far as the user may look into it. */
final class InnodbFacts {

  private static final String VERSIONS =
      "SELECT TOTAL_ROW_VERSIONS FROM INFORMATION_SCHEMA.INNODB_TABLES WHERE NAME = ?";

  /** The hidden column is among those of InnoDB on MariaDB, and on MySQL before 8.0. */
  private static final String COLUMNS =
      "SELECT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.INNODB_SYS_COLUMNS c WHERE c.TABLE_ID ="
          + " t.TABLE_ID AND c.NAME = 'FTS_DOC_ID') FROM INFORMATION_SCHEMA.INNODB_SYS_TABLES t"
          + " WHERE t.NAME = ?";

  /** MySQL 9.7 Reference Manual, 15.7.7.6 "SHOW COLUMNS Statement": hidden ones too. */
  private static final String EXTENDED =
      "SHOW EXTENDED COLUMNS FROM %s.%s WHERE Field = 'FTS_DOC_ID' AND Type = ''";

  private static final String SETTINGS =
      "SELECT @@innodb_page_size AS page, @@SESSION.innodb_strict_mode AS strict";

  /** How InnoDB is set up. */
  private record Settings(int pageBytes, boolean strict) {

    static Settings of(ResultSet row) throws SQLException {
      return new Settings(row.getInt("page"), row.getInt("strict") == 1);
    }
  }

  private final Connection connection;
  private final Server server;

  InnodbFacts(Connection connection, Server server) {
    this.connection = connection;
    this.server = server;
  }

  /** What the information schema said, completed. */
  Innodb of(Table head, Collection<ColumnFacts> columns, List<IndexFacts> indexes) {
    Innodb known = head.innodb();
    if (known == null) {
      throw new IllegalArgumentException("no table of InnoDB");
    }
    List<Settings> settings = ask(SETTINGS, Settings::of);
    boolean dictionary = !server.isMariadb() && server.isAtLeast(8, 0, 3);
    return new Innodb(
        known.engine(),
        known.rowFormat(),
        dictionary ? rowVersions(head.name()) : -1,
        dictionary ? listed(head.name()) : residue(head, columns, indexes, settings),
        known.charset(),
        pageBytes(settings),
        settings.isEmpty() || settings.get(0).strict());
  }

  private static int pageBytes(List<Settings> settings) {
    return settings.isEmpty() ? Innodb.DEFAULT_PAGE_BYTES : settings.get(0).pageBytes();
  }

  private Residue residue(
      Table head,
      Collection<ColumnFacts> columns,
      List<IndexFacts> indexes,
      List<Settings> settings) {
    List<Boolean> found =
        ask(COLUMNS, row -> row.getBoolean(1), head.name().schema() + "/" + head.name().name());
    if (!found.isEmpty()) {
      return found.get(0) ? Residue.LEFT : Residue.NONE;
    }
    return settings.isEmpty()
        ? Residue.UNSEEN
        : new FulltextTrace(head, columns, indexes).seen(settings.get(0).pageBytes());
  }

  private int rowVersions(ObjectName table) {
    if (!server.isAtLeast(8, 0, 29)) {
      return -1;
    }
    List<Integer> found = ask(VERSIONS, row -> row.getInt(1), table.schema() + "/" + table.name());
    return found.isEmpty() ? -1 : found.get(0);
  }

  /** Whoever may use the table may ask that. A column that somebody made has a type. */
  private Residue listed(ObjectName table) {
    String query =
        EXTENDED.formatted(
            Dialect.MYSQL.quote(String.valueOf(table.schema())), Dialect.MYSQL.quote(table.name()));
    return ask(query, row -> row.getString(1)).isEmpty() ? Residue.NONE : Residue.LEFT;
  }

  private <T> List<T> ask(String query, Rows.Reader<T> reader, Object... values) {
    try {
      return Rows.of(connection, query, reader, values);
    } catch (SQLException mayNotLook) {
      // InnoDB's own tables take the PROCESS privilege, which an application's user seldom has.
      return List.of();
    }
  }
}
