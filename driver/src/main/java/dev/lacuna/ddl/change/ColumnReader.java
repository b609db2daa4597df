package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Column.Source;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import dev.lacuna.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a column. Mutable; used for one column. */
final class ColumnReader {

  private static final Set<String> SERIALS =
      Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

  /** Words that a type may go on with behind its name or its parentheses. */
  private static final String[] TYPE_WORDS = {
    "PRECISION",
    "VARYING",
    "UNSIGNED",
    "SIGNED",
    "ZEROFILL",
    "WITH",
    "WITHOUT",
    "LOCAL",
    "TIME",
    "ZONE",
    "YEAR",
    "MONTH",
    "DAY",
    "HOUR",
    "MINUTE",
    "SECOND",
    "TO",
    "ARRAY",
    "CHAR",
    "VARCHAR"
  };

  private final Cursor cursor;
  private final String name;
  private final List<Constraint> constraints = new ArrayList<>();
  private Source source = Source.GIVEN;
  private boolean notNull;
  private @Nullable String defaultExpression;
  private Change.Position position = Change.Position.LAST;
  private String typeText = "";

  private ColumnReader(Cursor cursor, String name) {
    this.cursor = cursor;
    this.name = name;
  }

  /** A column, and where MySQL is told to put it. */
  record Read(Column column, Change.Position position) {}

  /** Reads what follows the column's name, up to a comma or the end. */
  static Read read(Cursor cursor, String name) throws NotUnderstood {
    return new ColumnReader(cursor, name).read();
  }

  private Read read() throws NotUnderstood {
    int from = cursor.index();
    String written = type(cursor);
    typeText = written;
    if (SERIALS.contains(written.toLowerCase(Locale.ROOT))) {
      source = cursor.isMysql() ? Source.AUTO_INCREMENT : Source.SERIAL;
      notNull = true;
    }
    int to = cursor.index();
    while (!cursor.atEnd() && !cursor.sees(TokenKind.COMMA)) {
      boolean place = cursor.seesAny("FIRST", "AFTER");
      readClause();
      to = place ? to : cursor.index();
    }
    int last = cursor.index();
    cursor.backTo(to);
    String definition = cursor.textSince(from);
    cursor.backTo(last);
    SqlType type = cursor.isMysql() ? SqlType.mysql(written) : SqlType.postgresql(written);
    Column column =
        new Column(
            name,
            type,
            notNull,
            defaultExpression,
            source,
            List.copyOf(constraints),
            typeText,
            definition);
    return new Read(column, position);
  }

  /** Reads a type, and returns it as written. */
  static String type(Cursor cursor) throws NotUnderstood {
    int from = cursor.index();
    cursor.object();
    while (cursor.sees(TokenKind.OPEN) || cursor.seesAny(TYPE_WORDS)) {
      cursor.step();
    }
    return cursor.textSince(from);
  }

  private void readClause() throws NotUnderstood {
    if (cursor.accept("NOT", "NULL")) {
      notNull = true;
    } else if (cursor.accept("DEFAULT")) {
      defaultExpression = ExpressionReader.read(cursor);
    } else if (cursor.accept("FIRST")) {
      position = Change.Position.GIVEN;
    } else if (cursor.accept("AFTER")) {
      cursor.name();
      position = Change.Position.GIVEN;
    } else if (cursor.accept("AUTO_INCREMENT")) {
      source = Source.AUTO_INCREMENT;
    } else if (cursor.sees("GENERATED") || cursor.sees("AS")) {
      readGenerated();
    } else if (!readConstraint()) {
      readOther();
    }
  }

  private void readGenerated() {
    cursor.accept("GENERATED");
    cursor.accept("ALWAYS");
    cursor.accept("BY", "DEFAULT");
    cursor.accept("ON", "NULL");
    cursor.accept("AS");
    if (cursor.accept("IDENTITY")) {
      source = Source.IDENTITY;
      notNull = true;
      if (cursor.sees('(')) {
        cursor.step();
      }
      return;
    }
    int from = cursor.index();
    cursor.step();
    defaultExpression = cursor.textSince(from);
    source = cursor.acceptAny("STORED", "PERSISTENT") ? Source.STORED : Source.VIRTUAL;
    cursor.accept("VIRTUAL");
  }

  private boolean readConstraint() throws NotUnderstood {
    Constraint constraint = ConstraintReader.read(cursor, name);
    if (constraint == null) {
      return false;
    }
    notNull |= constraint.is(Constraint.Kind.PRIMARY_KEY) || isNotNull(constraint);
    if (!isNotNull(constraint)) {
      constraints.add(constraint);
    }
    return true;
  }

  private static boolean isNotNull(Constraint constraint) {
    return constraint.is(Constraint.Kind.NOT_NULL);
  }

  /** Clauses that say nothing about what the change costs. */
  private void readOther() throws NotUnderstood {
    if (cursor.accept("NULL") || cursor.acceptAny("VISIBLE", "INVISIBLE", "BINARY", "ASCII")) {
      return;
    }
    int from = cursor.index();
    if (cursor.accept("COLLATE")) {
      cursor.accept('=');
      cursor.object();
      typeText += " " + cursor.textSince(from);
    } else if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHARSET")) {
      cursor.accept('=');
      cursor.step();
      typeText += " " + cursor.textSince(from);
    } else if (cursor.accept("ON", "UPDATE")
        || cursor.acceptAny("COMMENT", "STORAGE", "COMPRESSION", "COLUMN_FORMAT")
        || cursor.acceptAny("SRID", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE")) {
      cursor.accept('=');
      cursor.step();
      if (cursor.sees('(')) {
        cursor.step();
      }
    } else if (cursor.accept("OPTIONS") && cursor.sees('(')) {
      cursor.step();
    } else {
      throw new NotUnderstood(cursor.text());
    }
  }
}
