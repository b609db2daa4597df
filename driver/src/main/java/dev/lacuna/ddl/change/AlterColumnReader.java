package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Change.AlterColumn;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.ColumnSetting;
import dev.lacuna.ddl.change.Change.DropNotNull;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.ddl.change.Change.SetNotNull;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** Reads {@code ALTER COLUMN}, {@code MODIFY} and {@code CHANGE}. */
final class AlterColumnReader {

  private final Cursor cursor;

  AlterColumnReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads MySQL's {@code MODIFY} or {@code CHANGE}. */
  Change modify() throws NotUnderstood {
    boolean change = cursor.accept("CHANGE");
    cursor.accept("MODIFY");
    cursor.accept("COLUMN");
    cursor.accept("IF", "EXISTS");
    String from = cursor.name();
    ColumnReader.Read read = ColumnReader.read(cursor, change ? cursor.name() : from);
    return new ModifyColumn(from, read.column(), read.position());
  }

  /** Reads from the column's name on. */
  Change alter() throws NotUnderstood {
    String column = cursor.name();
    if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
      return changeType(column);
    }
    if (cursor.accept("SET", "DEFAULT")) {
      return new SetDefault(column, ExpressionReader.read(cursor));
    }
    if (cursor.accept("DROP", "DEFAULT")) {
      return new SetDefault(column, null);
    }
    if (cursor.accept("SET", "NOT", "NULL")) {
      return new SetNotNull(column);
    }
    if (cursor.accept("DROP", "NOT", "NULL")) {
      return new DropNotNull(column);
    }
    return new AlterColumn(column, setting());
  }

  private Change changeType(String column) throws NotUnderstood {
    int begin = cursor.index();
    String written = ColumnReader.type(cursor);
    boolean collates = cursor.accept("COLLATE");
    if (collates) {
      cursor.object();
    }
    String typeText = cursor.textSince(begin);
    String using = null;
    if (cursor.accept("USING")) {
      int from = cursor.index();
      cursor.skipToComma();
      using = cursor.textSince(from);
    }
    return new ChangeType(column, SqlType.postgresql(written), typeText, using, collates);
  }

  private ColumnSetting setting() throws NotUnderstood {
    ColumnSetting setting = settingHere();
    if (setting == null) {
      throw new NotUnderstood(cursor.text());
    }
    cursor.skipToComma();
    return setting;
  }

  private @Nullable ColumnSetting settingHere() {
    if (cursor.accept("SET", "STATISTICS")) {
      return ColumnSetting.STATISTICS;
    }
    if (cursor.accept("SET", "STORAGE")) {
      return ColumnSetting.STORAGE;
    }
    if (cursor.accept("SET", "COMPRESSION")) {
      return ColumnSetting.COMPRESSION;
    }
    if (cursor.accept("SET", "EXPRESSION")) {
      return ColumnSetting.SET_EXPRESSION;
    }
    if (cursor.accept("DROP", "EXPRESSION")) {
      return ColumnSetting.DROP_EXPRESSION;
    }
    if (cursor.accept("ADD", "GENERATED")) {
      return ColumnSetting.ADD_IDENTITY;
    }
    if (cursor.accept("DROP", "IDENTITY")) {
      return ColumnSetting.DROP_IDENTITY;
    }
    if (cursor.sees("SET", "GENERATED") || cursor.seesAny("RESTART") || isSequenceOption()) {
      return ColumnSetting.SET_IDENTITY;
    }
    if (cursor.accept("SET", "VISIBLE") || cursor.accept("SET", "INVISIBLE")) {
      return ColumnSetting.VISIBILITY;
    }
    boolean options = cursor.acceptAny("SET", "RESET") && cursor.sees('(');
    return options ? ColumnSetting.OPTIONS : null;
  }

  private boolean isSequenceOption() {
    return cursor.sees("SET", "INCREMENT")
        || cursor.sees("SET", "MINVALUE")
        || cursor.sees("SET", "MAXVALUE")
        || cursor.sees("SET", "START")
        || cursor.sees("SET", "CACHE")
        || cursor.sees("SET", "CYCLE")
        || cursor.sees("SET", "NO");
  }
}
