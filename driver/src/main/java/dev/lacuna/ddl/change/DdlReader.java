package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Change.AlterIndex;
import dev.lacuna.ddl.change.Change.Attach;
import dev.lacuna.ddl.change.Change.Attachment;
import dev.lacuna.ddl.change.Change.ConstrainDomain;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.DropObject;
import dev.lacuna.ddl.change.Change.DropTable;
import dev.lacuna.ddl.change.Change.Maintain;
import dev.lacuna.ddl.change.Change.Maintenance;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.ddl.change.Change.RenameIndex;
import dev.lacuna.ddl.change.Change.RenameSchema;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.Scope;
import dev.lacuna.ddl.change.Change.Truncate;
import dev.lacuna.ddl.change.Change.Unknown;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one statement. What it does not know is {@link Unknown}, so that nobody calls it safe.
 * Mutable; used for one statement.
 */
final class DdlReader {

  /** A table, and what is done to it. */
  record Read(@Nullable ObjectName table, List<Change> changes, Ddl.Pins pins) {
    static Read of(@Nullable ObjectName table, Change change) {
      return new Read(table, List.of(change), Ddl.Pins.NONE);
    }
  }

  private static final String[] UNRELATED = {
    "SEQUENCE",
    "TYPE",
    "FUNCTION",
    "PROCEDURE",
    "SCHEMA",
    "DATABASE",
    "EXTENSION",
    "ROLE",
    "USER",
    "DOMAIN",
    "AGGREGATE",
    "OPERATOR",
    "CAST",
    "COLLATION",
    "SERVER",
    "LANGUAGE",
    "EVENT",
    "PREPARE",
    "RESOURCE",
    "LIBRARY",
    "INSTANCE",
    "PROCEDURAL",
    "GROUP",
    "CONVERSION",
    "ROUTINE",
    "TABLESPACE",
    "SUBSCRIPTION",
    "STATISTICS",
    "VIEW",
    "RECURSIVE",
    "TEXT",
    "TRANSFORM",
    "ACCESS",
    "DEFAULT",
    "LARGE",
    "UNDO",
    "LOGFILE",
    "SPATIAL",
    "PACKAGE",
    "FOREIGN",
    "SYSTEM"
  };

  /** What MySQL and MariaDB keep a definer with. */
  private static final String[] DEFINED = {
    "TRIGGER", "VIEW", "FUNCTION", "PROCEDURE", "EVENT", "PACKAGE"
  };

  private final Cursor cursor;

  DdlReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads the statement, or returns null where it is no DDL. */
  @Nullable Read read() {
    int from = cursor.index();
    try {
      Read read = statement();
      return read == null || !read.changes().isEmpty() ? read : unknown(from);
    } catch (NotUnderstood e) {
      return unknown(from);
    }
  }

  private Read unknown(int from) {
    cursor.backTo(from);
    while (!cursor.atEnd()) {
      cursor.step();
    }
    return Read.of(null, new Unknown(cursor.textSince(from)));
  }

  private @Nullable Read statement() throws NotUnderstood {
    if (cursor.accept("ALTER")) {
      return alter();
    }
    if (cursor.accept("CREATE")) {
      return create();
    }
    if (cursor.accept("DROP")) {
      return drop();
    }
    if (cursor.accept("TRUNCATE")) {
      cursor.accept("TABLE");
      List<ObjectName> tables = cursor.objects();
      return Read.of(tables.get(0), new Truncate(tables, isCascade()));
    }
    if (cursor.isMysql()
        && (cursor.accept("RENAME", "TABLE") || cursor.accept("RENAME", "TABLES"))) {
      return renameTables();
    }
    return new MaintenanceReader(cursor).read();
  }

  private Read renameTables() throws NotUnderstood {
    cursor.accept("IF", "EXISTS");
    ObjectName table = cursor.object();
    if (!cursor.accept("TO")) {
      throw new NotUnderstood(cursor.text());
    }
    return Read.of(table, new RenameTable(cursor.object()));
  }

  private Read alter() throws NotUnderstood {
    if (cursor.isMysql()) {
      cursor.acceptAny("ONLINE", "OFFLINE");
      cursor.accept("IGNORE");
      skipDefiner();
    }
    if (cursor.accept("TABLE") || acceptOtherTable()) {
      return cursor.sees("ALL") ? Read.of(null, new Unknown("ALTER TABLE ALL")) : alterTable();
    }
    if (cursor.accept("INDEX")) {
      return alterIndex();
    }
    if (cursor.accept("DOMAIN")) {
      return alterDomain();
    }
    if (cursor.seesAny("POLICY", "TRIGGER", "RULE", "PUBLICATION")) {
      return attached(true);
    }
    if (!cursor.isMysql() && cursor.accept("SCHEMA")) {
      return alterSchema();
    }
    return cursor.accept("TYPE") ? alterType() : unrelated("ALTER");
  }

  /** Foreign tables and materialized views are altered as tables are. */
  private boolean acceptOtherTable() {
    return cursor.accept("FOREIGN", "TABLE") || cursor.accept("MATERIALIZED", "VIEW");
  }

  /** With CASCADE, tables that were created {@code OF} the type change with it. */
  private Read alterType() {
    int from = cursor.index();
    boolean cascade = isCascade();
    String what = "ALTER TYPE " + cursor.textSince(from);
    return Read.of(null, cascade ? new Unknown(what) : new Unrelated("ALTER TYPE"));
  }

  private Read alterSchema() throws NotUnderstood {
    String schema = cursor.name();
    return Read.of(
        null,
        cursor.accept("RENAME", "TO")
            ? new RenameSchema(schema, cursor.name())
            : new Unrelated("ALTER SCHEMA"));
  }

  private Read alterTable() throws NotUnderstood {
    cursor.accept("IF", "EXISTS");
    cursor.accept("ONLY");
    ObjectName table = cursor.object();
    cursor.accept('*');
    if (cursor.isMysql() && cursor.accept("WAIT")) {
      cursor.step();
    }
    cursor.accept("NOWAIT");
    AlterTableReader actions = new AlterTableReader(cursor);
    actions.read();
    return new Read(table, actions.changes(), actions.pins());
  }

  private Read alterIndex() throws NotUnderstood {
    cursor.accept("IF", "EXISTS");
    ObjectName index = cursor.object();
    if (cursor.accept("RENAME", "TO")) {
      return Read.of(null, new RenameIndex(index.name(), cursor.name()));
    }
    int from = cursor.index();
    while (!cursor.atEnd()) {
      cursor.step();
    }
    String setting = cursor.textSince(from).toUpperCase(Locale.ROOT);
    return Read.of(null, new AlterIndex(index, setting));
  }

  private Read alterDomain() throws NotUnderstood {
    ObjectName domain = cursor.object();
    boolean constrains =
        cursor.sees("ADD") || cursor.sees("SET", "NOT", "NULL") || cursor.sees("VALIDATE");
    boolean notValid = false;
    while (!cursor.atEnd()) {
      notValid |= cursor.sees("NOT", "VALID");
      cursor.step();
    }
    return Read.of(
        null, constrains ? new ConstrainDomain(domain, !notValid) : new Unrelated("ALTER DOMAIN"));
  }

  private Read create() throws NotUnderstood {
    int from = cursor.index();
    IndexReader.Read index = IndexReader.create(cursor);
    if (index != null) {
      AlterTableReader pins = new AlterTableReader(cursor);
      while (!cursor.atEnd() && pins.readPin()) {
        // Each step takes one.
      }
      return new Read(index.table(), List.of(index.change()), pins.pins());
    }
    cursor.backTo(from);
    boolean replace = cursor.accept("OR", "REPLACE");
    Read table = new CreateTableReader(cursor).read();
    if (table != null) {
      return replace ? replaced(table) : table;
    }
    skipDefiner();
    cursor.accept("CONSTRAINT");
    if (cursor.seesAny("TRIGGER", "POLICY", "RULE", "STATISTICS", "PUBLICATION")) {
      return attached(false);
    }
    return unrelated("CREATE");
  }

  /** MariaDB drops a table of that name first. */
  private static Read replaced(Read created) {
    ObjectName table = created.table();
    List<Change> changes = new ArrayList<>(created.changes());
    if (table != null) {
      changes.add(new DropTable(List.of(table), false));
    }
    return new Read(table, changes, created.pins());
  }

  private void skipDefiner() {
    boolean definer = cursor.isMysql() && cursor.seesAny("DEFINER", "ALGORITHM", "SQL");
    while (definer && !cursor.atEnd() && !cursor.seesAny(DEFINED)) {
      cursor.step();
    }
    cursor.acceptAny("TEMPORARY", "TEMP", "UNLOGGED", "AGGREGATE", "TRUSTED");
  }

  private Read drop() throws NotUnderstood {
    cursor.acceptAny("TEMPORARY");
    if (cursor.acceptAny("TABLE", "TABLES") || acceptOtherTable()) {
      cursor.accept("IF", "EXISTS");
      List<ObjectName> tables = cursor.objects();
      return Read.of(tables.get(0), new DropTable(tables, isCascade()));
    }
    if (cursor.accept("INDEX")) {
      return dropIndex();
    }
    if (cursor.seesAny("TRIGGER", "POLICY", "RULE", "STATISTICS", "PUBLICATION")) {
      return attached(true);
    }
    if (cursor.sees("OWNED")) {
      return Read.of(null, new Unknown("DROP " + cursor.text()));
    }
    return dropObject();
  }

  /** Tables are in some objects, and others may have tables that depend on them. */
  private Read dropObject() throws NotUnderstood {
    String kind = cursor.text().toUpperCase(Locale.ROOT);
    Read unrelated = unrelated("DROP");
    boolean cascade = isCascade();
    DropObject drop = new DropObject(kind, cascade && !cursor.isMysql());
    return drop.isSchema() || drop.cascade() ? Read.of(null, drop) : unrelated;
  }

  /** Whether the statement ends with it; reads to the end. */
  private boolean isCascade() {
    boolean cascade = false;
    while (!cursor.atEnd()) {
      cascade = cursor.sees("CASCADE");
      cursor.step();
    }
    return cascade;
  }

  private Read dropIndex() throws NotUnderstood {
    boolean concurrently = cursor.accept("CONCURRENTLY");
    cursor.accept("IF", "EXISTS");
    DropIndex drop = new DropIndex(cursor.objects(), concurrently);
    ObjectName table = cursor.accept("ON") ? cursor.object() : null;
    AlterTableReader pins = new AlterTableReader(cursor);
    while (!cursor.atEnd() && cursor.isMysql() && pins.readPin()) {
      // Each step takes one.
    }
    return new Read(table, List.of(drop), pins.pins());
  }

  private Read attached(boolean existing) throws NotUnderstood {
    Attachment attachment = Attachment.valueOf(cursor.text().toUpperCase(Locale.ROOT));
    if (attachment == Attachment.PUBLICATION) {
      return Read.of(null, new Attach(attachment, existing));
    }
    String behind = attachment == Attachment.STATISTICS ? "FROM" : "ON";
    cursor.step();
    while (!cursor.atEnd() && !(cursor.sees(behind) || isRuleTarget(attachment))) {
      cursor.step();
    }
    cursor.step();
    ObjectName table = cursor.atEnd() ? null : cursor.object();
    return Read.of(table, new Attach(attachment, existing));
  }

  // CREATE RULE r AS ON INSERT TO t
  private boolean isRuleTarget(Attachment attachment) {
    return attachment == Attachment.RULE && cursor.sees("TO");
  }

  private Read unrelated(String verb) throws NotUnderstood {
    if (cursor.seesAny(UNRELATED)) {
      return Read.of(null, new Unrelated(verb + " " + cursor.text().toUpperCase(Locale.ROOT)));
    }
    throw new NotUnderstood(cursor.text());
  }

  /** Reads {@code COMMENT}, {@code VACUUM}, {@code CLUSTER}, {@code REINDEX} and their like. */
  private static final class MaintenanceReader {

    private final Cursor cursor;

    MaintenanceReader(Cursor cursor) {
      this.cursor = cursor;
    }

    @Nullable Read read() throws NotUnderstood {
      if (cursor.isMysql()) {
        return mysql();
      }
      if (cursor.accept("VACUUM")) {
        return vacuum();
      }
      if (cursor.accept("CLUSTER")) {
        skipOptions();
        return Read.of(table(), new Maintain(Maintenance.CLUSTER, false));
      }
      if (cursor.accept("REFRESH", "MATERIALIZED", "VIEW")) {
        boolean concurrently = cursor.accept("CONCURRENTLY");
        return Read.of(cursor.object(), new Maintain(Maintenance.REFRESH, concurrently));
      }
      if (cursor.accept("REINDEX")) {
        return reindex();
      }
      return cursor.accept("COMMENT", "ON") ? comment() : null;
    }

    private @Nullable Read mysql() throws NotUnderstood {
      if (!cursor.accept("OPTIMIZE")) {
        return null;
      }
      cursor.acceptAny("LOCAL", "NO_WRITE_TO_BINLOG");
      cursor.accept("TABLE");
      return Read.of(cursor.object(), new Maintain(Maintenance.OPTIMIZE, false));
    }

    private @Nullable Read vacuum() throws NotUnderstood {
      boolean full = cursor.accept("FULL");
      if (cursor.sees('(')) {
        full =
            cursor.elements().stream()
                .anyMatch(option -> option.matches("(?i)full( (true|on|1))?"));
      }
      if (!full) {
        return null;
      }
      while (cursor.acceptAny("FREEZE", "VERBOSE", "ANALYZE")) {
        // Each step takes one.
      }
      return Read.of(table(), new Maintain(Maintenance.VACUUM_FULL, false));
    }

    private void skipOptions() {
      if (cursor.sees('(')) {
        cursor.step();
      }
      cursor.accept("VERBOSE");
    }

    private @Nullable ObjectName table() throws NotUnderstood {
      return cursor.atEnd() ? null : cursor.object();
    }

    private Read reindex() throws NotUnderstood {
      boolean concurrently = false;
      if (cursor.sees('(')) {
        concurrently =
            cursor.elements().stream()
                .anyMatch(option -> option.toLowerCase(Locale.ROOT).startsWith("concurrently"));
      }
      String scope = cursor.text().toUpperCase(Locale.ROOT);
      if (!List.of("INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM").contains(scope)) {
        throw new NotUnderstood(cursor.text());
      }
      cursor.step();
      concurrently |= cursor.accept("CONCURRENTLY");
      Scope what = scope.equals("SYSTEM") ? Scope.DATABASE : Scope.valueOf(scope);
      ObjectName target = cursor.atEnd() ? ObjectName.of("") : cursor.object();
      ObjectName table = what == Scope.TABLE ? target : null;
      return Read.of(table, new Reindex(what, target, concurrently));
    }

    private Read comment() throws NotUnderstood {
      boolean table = cursor.accept("TABLE");
      boolean column = cursor.accept("COLUMN");
      if (!table && !column) {
        return Read.of(null, new Unrelated("COMMENT"));
      }
      ObjectName name = cursor.object();
      // A column's comment names schema.table.column, or table.column.
      ObjectName owner = column ? owner(name) : name;
      return Read.of(owner, new Attach(Attachment.COMMENT, false));
    }

    private static ObjectName owner(ObjectName columnPath) {
      String schema = columnPath.schema();
      return ObjectName.of(schema == null ? columnPath.name() : schema);
    }
  }
}
