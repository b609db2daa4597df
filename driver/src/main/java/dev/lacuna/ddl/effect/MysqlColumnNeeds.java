package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AlterColumn;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.Position;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Column.Source;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Online.Need;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import dev.lacuna.ddl.effect.Table.Residue;
import org.jspecify.annotations.Nullable;

/** What changes of columns ask of InnoDB. */
final class MysqlColumnNeeds {

  private final Facts facts;
  private final Server server;
  private final boolean mariadb;
  private final Ddl.Pins pins;

  MysqlColumnNeeds(Facts facts, Ddl.Pins pins) {
    this.pins = pins;
    this.facts = facts;
    this.server = facts.server();
    this.mariadb = server.isMariadb();
  }

  @Nullable Need of(Change change) {
    if (change instanceof AddColumn add) {
      return add(add);
    }
    if (change instanceof DropColumn drop) {
      return drop(drop.column());
    }
    if (change instanceof ModifyColumn modify) {
      return modify(modify);
    }
    if (change instanceof RenameColumn rename) {
      return rename(rename.from());
    }
    if (change instanceof SetDefault) {
      return isInstantAge() ? Need.METADATA : Need.QUICK;
    }
    return change instanceof AlterColumn ? Need.METADATA : null;
  }

  /** The first versions with INSTANT: MySQL 8.0.12, MariaDB 10.3.2. */
  private boolean isInstantAge() {
    return mariadb ? server.isAtLeast(10, 3, 2) : server.isAtLeast(8, 0, 12);
  }

  /** INSTANT at any place, and for dropping: tried on MySQL 8.0.46, MariaDB 10.6. */
  private boolean isInstantAnywhere() {
    return mariadb ? server.isAtLeast(10, 6, 0) : server.isAtLeast(8, 0, 46);
  }

  private Need add(AddColumn add) {
    Column column = add.column();
    if (mariadb && add.ifNotExists() && known(column.name()) != null) {
      return Need.METADATA;
    }
    Need heaviest = bySource(column, add.position());
    if (column.has(Kind.UNIQUE) || column.has(Kind.PRIMARY_KEY)) {
      heaviest = max(heaviest, column.isNumbered() ? Need.SHARED_REBUILD : Need.REBUILD);
    }
    if (column.has(Kind.CHECK) && !mariadb && server.isAtLeast(8, 0, 16)) {
      heaviest = Need.COPY;
    }
    if (column.has(Kind.FOREIGN_KEY) && isInlineReferenceEnforced()) {
      heaviest = Need.COPY;
    }
    return heaviest;
  }

  /** An inline REFERENCES is parsed and ignored before: MySQL 9.0, MariaDB 10.5. */
  private boolean isInlineReferenceEnforced() {
    return mariadb ? server.isAtLeast(10, 5, 0) : server.isAtLeast(9, 0, 0);
  }

  private Need bySource(Column column, Position position) {
    return switch (column.source()) {
      case AUTO_INCREMENT, SERIAL, IDENTITY -> Need.SHARED_REBUILD;
      case STORED -> Need.COPY;
      case VIRTUAL -> virtual(position);
      case GIVEN -> given(column, position);
    };
  }

  private Need virtual(Position position) {
    if (!isInstantAge()) {
      return Need.QUICK;
    }
    boolean stored = hasGenerated(true);
    return position == Position.GIVEN && stored ? Need.COPY : Need.METADATA;
  }

  private Need given(Column column, Position position) {
    String expression = column.defaultExpression();
    if (expression != null && Defaults.isMysqlExpression(expression)) {
      boolean copies = !mariadb || Defaults.isMysqlVolatile(expression);
      if (copies) {
        return Need.COPY;
      }
    }
    if (expression != null && Defaults.isMysqlVolatile(expression)) {
      return Need.COPY;
    }
    if (mariadb && position == Position.GIVEN && hasGenerated(false)) {
      return Need.COPY;
    }
    boolean instant = position == Position.GIVEN ? isInstantAnywhere() : isInstantAge();
    return instant && !isInstantRefused() ? Need.INSTANT : Need.REBUILD;
  }

  /**
   * Whether the table refuses to have columns added or dropped at once: MySQL 9.7 Reference Manual,
   * 17.12.1, "Column Operations".
   */
  private boolean isInstantRefused() {
    Table table = facts.table();
    if (table == null || table.innodb() == null) {
      return false;
    }
    Table.Innodb innodb = table.innodb();
    return innodb.rowFormat().equals("compressed")
        || table.hasFulltext()
        || innodb.residue() == Residue.LEFT
        || (innodb.residue() == Residue.UNSEEN && !pins.refusesRebuild())
        || innodb.rowVersions() >= InnodbLimits.rowVersions(server);
  }

  private boolean hasGenerated(boolean stored) {
    Table table = facts.table();
    return table != null
        && table.columns().values().stream()
            .anyMatch(column -> column.generated() && (!stored || column.storedGenerated()));
  }

  private @Nullable ColumnFacts known(String column) {
    Table table = facts.table();
    return table == null ? null : table.column(column).orElse(null);
  }

  private Need drop(String name) {
    ColumnFacts column = known(name);
    if (column != null && column.generated() && !column.storedGenerated()) {
      return Need.METADATA;
    }
    if (column != null && isIndexed(name)) {
      return dropIndexed(name);
    }
    return isInstantAnywhere() && !isInstantRefused() ? Need.INSTANT : Need.REBUILD;
  }

  private boolean isIndexed(String column) {
    Table table = facts.table();
    return table != null && table.isIndexed(column);
  }

  /** MariaDB drops the column at once and its index without a copy; MySQL rebuilds. */
  private Need dropIndexed(String name) {
    Table table = facts.table();
    boolean gentle =
        mariadb
            && server.isAtLeast(10, 6, 0)
            && table != null
            && table.indexes().stream().noneMatch(index -> isOneOfSeveral(index, name));
    return gentle ? Need.QUICK : Need.REBUILD;
  }

  private static boolean isOneOfSeveral(IndexFacts index, String column) {
    return (index.primary() || index.columns().size() > 1)
        && index.columns().stream().anyMatch(column::equalsIgnoreCase);
  }

  private Need rename(String from) {
    Table table = facts.table();
    boolean referenced =
        table == null
            || (!table.incoming().isEmpty()
                && table.indexes().stream()
                    .anyMatch(
                        index ->
                            index.unique()
                                && index.columns().stream().anyMatch(from::equalsIgnoreCase)));
    if (mariadb) {
      return server.isAtLeast(10, 5, 2) ? Need.METADATA : Need.QUICK;
    }
    return server.isAtLeast(8, 0, 28) && !referenced ? Need.METADATA : Need.QUICK;
  }

  private Need modify(ModifyColumn modify) {
    ColumnFacts before = known(modify.from());
    if (before == null) {
      return Need.COPY;
    }
    Column after = modify.column();
    if (after.isGenerated() || before.generated()) {
      boolean virtual = mariadb && after.source() == Source.VIRTUAL && !before.storedGenerated();
      return virtual ? Need.METADATA : Need.COPY;
    }
    Need need = new MysqlTypeChange(server, tableCharset(), before, after).need();
    if (isNullability(before, after)) {
      need = max(need, mariadb && isGenerationBase() ? Need.COPY : Need.REBUILD);
    }
    if (modify.position() == Position.GIVEN) {
      need = max(need, mariadb && isInstantAnywhere() ? Need.METADATA : Need.REBUILD);
    }
    boolean renamed = !modify.from().equalsIgnoreCase(after.name());
    return renamed ? max(need, rename(modify.from())) : need;
  }

  private String tableCharset() {
    Table table = facts.table();
    Table.Innodb innodb = table == null ? null : table.innodb();
    return innodb == null ? server.charset() : innodb.charset();
  }

  /** MariaDB cannot rebuild in place a table whose stored columns may depend on the change. */
  private boolean isGenerationBase() {
    return hasGenerated(true);
  }

  private static boolean isNullability(ColumnFacts before, Column after) {
    boolean notNull = after.notNull() || after.isNumbered() || before.numbered();
    return before.notNull() != notNull;
  }

  static Need max(Need one, Need other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
