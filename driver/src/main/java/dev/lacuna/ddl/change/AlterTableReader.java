package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.AlterConstraint;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.RenameConstraint;
import dev.lacuna.ddl.change.Change.RenameIndex;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.Unknown;
import dev.lacuna.ddl.change.Change.ValidateConstraint;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the actions of an {@code ALTER TABLE}. Mutable; used for one statement. */
final class AlterTableReader {

  private final Cursor cursor;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable String algorithm;
  private @Nullable String lock;

  AlterTableReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads from behind the table's name to the end. What it cannot read becomes unknown. */
  void read() {
    do {
      int from = cursor.index();
      try {
        action();
        if (!cursor.atEnd() && !cursor.sees(',') && !cursor.isMysql()) {
          throw new NotUnderstood(cursor.text());
        }
      } catch (NotUnderstood e) {
        cursor.backTo(from);
        cursor.skipToComma();
        changes.add(new Unknown(cursor.textSince(from)));
      }
      cursor.accept(',');
    } while (!cursor.atEnd());
  }

  List<Change> changes() {
    return changes;
  }

  Ddl.Pins pins() {
    return new Ddl.Pins(algorithm, lock);
  }

  /** Reads {@code ALGORITHM=…} and {@code LOCK=…}, which may stand without commas. */
  boolean readPin() {
    if (cursor.accept("ALGORITHM")) {
      algorithm = pin();
    } else if (cursor.accept("LOCK")) {
      lock = pin();
    } else {
      return false;
    }
    return true;
  }

  private String pin() {
    cursor.accept('=');
    String value = cursor.text().toUpperCase(Locale.ROOT);
    cursor.step();
    return value;
  }

  private void action() throws NotUnderstood {
    if (cursor.isMysql() && readPin()) {
      return;
    }
    if (cursor.accept("ADD")) {
      add();
    } else if (cursor.accept("DROP")) {
      drop();
    } else if (cursor.accept("RENAME")) {
      rename();
    } else if (cursor.accept("VALIDATE", "CONSTRAINT")) {
      changes.add(new ValidateConstraint(cursor.name()));
    } else if (cursor.sees("ALTER")) {
      alter();
    } else if (cursor.isMysql() && cursor.seesAny("MODIFY", "CHANGE")) {
      changes.add(new AlterColumnReader(cursor).modify());
    } else {
      TableSettingReader settings = new TableSettingReader(cursor);
      Change partition = settings.partition();
      changes.add(partition == null ? settings.read() : partition);
    }
  }

  private void add() throws NotUnderstood {
    boolean column = cursor.accept("COLUMN");
    if (!column && addConstraintOrIndex()) {
      return;
    }
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    if (cursor.isMysql() && cursor.sees('(')) {
      Cursor group = cursor.group();
      AlterTableReader inner = new AlterTableReader(group);
      inner.addAll(ifNotExists);
      changes.addAll(inner.changes);
      return;
    }
    addColumn(ifNotExists);
  }

  private void addAll(boolean ifNotExists) throws NotUnderstood {
    do {
      if (!addConstraintOrIndex()) {
        addColumn(ifNotExists);
      }
    } while (cursor.accept(','));
  }

  private void addColumn(boolean ifNotExists) throws NotUnderstood {
    ColumnReader.Read read = ColumnReader.read(cursor, cursor.name());
    changes.add(new AddColumn(read.column(), read.position(), ifNotExists));
  }

  private boolean addConstraintOrIndex() throws NotUnderstood {
    if (cursor.isMysql()) {
      CreateIndex index = IndexReader.add(cursor);
      Change setting = index == null ? new TableSettingReader(cursor).addPartition() : index;
      if (setting != null) {
        changes.add(setting);
        return true;
      }
    }
    Constraint constraint = ConstraintReader.read(cursor, null);
    if (constraint != null) {
      changes.add(new AddConstraint(constraint));
    }
    return constraint != null;
  }

  private void drop() throws NotUnderstood {
    if (cursor.accept("CONSTRAINT")) {
      dropConstraint(null);
    } else if (cursor.isMysql() && cursor.accept("PRIMARY", "KEY")) {
      changes.add(new DropConstraint(Constraint.Kind.PRIMARY_KEY, null));
    } else if (cursor.isMysql() && cursor.accept("FOREIGN", "KEY")) {
      dropConstraint(Constraint.Kind.FOREIGN_KEY);
    } else if (cursor.isMysql() && cursor.accept("CHECK")) {
      dropConstraint(Constraint.Kind.CHECK);
    } else if (cursor.isMysql() && cursor.acceptAny("INDEX", "KEY")) {
      cursor.accept("IF", "EXISTS");
      changes.add(new DropIndex(List.of(cursor.object()), false));
    } else if (cursor.isMysql() && cursor.seesAny("PARTITION", "SYSTEM")) {
      changes.add(new TableSettingReader(cursor).dropPartition());
    } else {
      cursor.accept("COLUMN");
      boolean ifExists = cursor.accept("IF", "EXISTS");
      changes.add(new DropColumn(cursor.name(), ifExists));
    }
    cursor.acceptAny("CASCADE", "RESTRICT");
  }

  private void dropConstraint(Constraint.@Nullable Kind kind) throws NotUnderstood {
    cursor.accept("IF", "EXISTS");
    changes.add(new DropConstraint(kind, cursor.name()));
  }

  private void rename() throws NotUnderstood {
    if (cursor.accept("CONSTRAINT")) {
      String from = cursor.name();
      changes.add(new RenameConstraint(from, to()));
    } else if (cursor.isMysql() && cursor.acceptAny("INDEX", "KEY")) {
      cursor.accept("IF", "EXISTS");
      String from = cursor.name();
      changes.add(new RenameIndex(from, to()));
    } else if (cursor.accept("TO") || (cursor.isMysql() && cursor.acceptAny("AS", "="))) {
      changes.add(new RenameTable(cursor.object()));
    } else {
      boolean column = cursor.accept("COLUMN");
      cursor.accept("IF", "EXISTS");
      String from = cursor.name();
      boolean table = cursor.isMysql() && !column && !cursor.sees("TO");
      changes.add(table ? new RenameTable(ObjectName.of(from)) : new RenameColumn(from, to()));
    }
  }

  private String to() throws NotUnderstood {
    if (!cursor.accept("TO")) {
      throw new NotUnderstood(cursor.text());
    }
    return cursor.name();
  }

  private void alter() throws NotUnderstood {
    if (cursor.accept("ALTER", "CONSTRAINT")
        || (cursor.isMysql() && cursor.accept("ALTER", "CHECK"))) {
      String name = cursor.name();
      int from = cursor.index();
      cursor.skipToComma();
      changes.add(new AlterConstraint(name, cursor.textSince(from).toUpperCase(Locale.ROOT)));
    } else if (cursor.isMysql()
        && (cursor.accept("ALTER", "INDEX") || cursor.accept("ALTER", "KEY"))) {
      cursor.accept("IF", "EXISTS");
      ObjectName index = cursor.object();
      int from = cursor.index();
      cursor.skipToComma();
      changes.add(new Change.AlterIndex(index, cursor.textSince(from).toUpperCase(Locale.ROOT)));
    } else {
      cursor.accept("ALTER");
      cursor.accept("COLUMN");
      cursor.accept("IF", "EXISTS");
      changes.add(new AlterColumnReader(cursor).alter());
    }
  }
}
