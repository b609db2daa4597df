package dev.lacuna.ddl.change;

import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads constraints, of a table or beside a column. */
final class ConstraintReader {

  private ConstraintReader() {}

  /** Reads the constraint that is next, or returns null where none begins. */
  static @Nullable Constraint read(Cursor cursor, @Nullable String column) throws NotUnderstood {
    int from = cursor.index();
    String name = null;
    if (cursor.accept("CONSTRAINT") && !startsConstraint(cursor)) {
      name = cursor.name();
    }
    Constraint constraint = body(cursor, name, column);
    if (constraint == null) {
      cursor.backTo(from);
    }
    return constraint;
  }

  private static boolean startsConstraint(Cursor cursor) {
    return cursor.seesAny("CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "REFERENCES");
  }

  private static @Nullable Constraint body(
      Cursor cursor, @Nullable String name, @Nullable String column) throws NotUnderstood {
    List<String> own = column == null ? List.of() : List.of(column);
    if (cursor.accept("CHECK")) {
      int from = cursor.index();
      cursor.step();
      String expression = cursor.textSince(from);
      return make(Kind.CHECK, name, own, expression, null, List.of(), tail(cursor), null);
    }
    if (cursor.accept("NOT", "NULL")) {
      List<String> columns = column == null ? List.of(cursor.name()) : own;
      return make(Kind.NOT_NULL, name, columns, null, null, List.of(), tail(cursor), null);
    }
    if (cursor.accept("FOREIGN", "KEY")) {
      return foreignKey(cursor, name);
    }
    if (column != null && cursor.sees("REFERENCES")) {
      return references(cursor, name, own);
    }
    if (cursor.accept("EXCLUDE")) {
      return make(Kind.EXCLUSION, name, own, null, null, List.of(), rest(cursor), null);
    }
    return key(cursor, name, column);
  }

  private static @Nullable Constraint key(
      Cursor cursor, @Nullable String name, @Nullable String column) throws NotUnderstood {
    Kind kind;
    if (cursor.accept("PRIMARY", "KEY")) {
      kind = Kind.PRIMARY_KEY;
    } else if (cursor.accept("UNIQUE")) {
      kind = Kind.UNIQUE;
    } else if (column != null && cursor.isMysql() && cursor.accept("KEY")) {
      return make(
          Kind.PRIMARY_KEY, name, List.of(column), null, null, List.of(), tail(cursor), null);
    } else {
      return null;
    }
    return column == null ? tableKey(cursor, kind, name) : columnKey(cursor, kind, name, column);
  }

  private static Constraint columnKey(
      Cursor cursor, Kind kind, @Nullable String name, String column) {
    cursor.accept("KEY");
    nulls(cursor);
    return make(kind, name, List.of(column), null, null, List.of(), tail(cursor), null);
  }

  private static void nulls(Cursor cursor) {
    if (cursor.accept("NULLS")) {
      cursor.accept("NOT");
      cursor.accept("DISTINCT");
    }
  }

  private static Constraint tableKey(Cursor cursor, Kind kind, @Nullable String name)
      throws NotUnderstood {
    if (cursor.accept("USING", "INDEX")) {
      String index = cursor.name();
      return make(kind, name, List.of(), null, null, List.of(), tail(cursor), index);
    }
    cursor.acceptAny("KEY", "INDEX");
    nulls(cursor);
    String given = name;
    if (cursor.seesName() && !cursor.sees("USING")) {
      String own = cursor.name();
      given = given == null ? own : given;
    }
    if (cursor.accept("USING")) {
      cursor.step();
    }
    List<String> columns = cursor.elements();
    return make(kind, given, columns, null, null, List.of(), rest(cursor), null);
  }

  private static Constraint foreignKey(Cursor cursor, @Nullable String name) throws NotUnderstood {
    cursor.accept("IF", "NOT", "EXISTS");
    String given = name;
    if (cursor.seesName()) {
      String own = cursor.name();
      given = given == null ? own : given;
    }
    return references(cursor, given, cursor.elements());
  }

  private static Constraint references(Cursor cursor, @Nullable String name, List<String> columns)
      throws NotUnderstood {
    if (!cursor.accept("REFERENCES")) {
      throw new NotUnderstood(cursor.text());
    }
    ObjectName parent = cursor.object();
    List<String> parentColumns = cursor.sees('(') ? cursor.elements() : List.of();
    return make(Kind.FOREIGN_KEY, name, columns, null, parent, parentColumns, tail(cursor), null);
  }

  /** The words behind a constraint, as far as they belong to it, in capitals. */
  private static String tail(Cursor cursor) {
    int from = cursor.index();
    while (acceptAttribute(cursor)) {
      // Each step takes one.
    }
    return cursor.textSince(from).toUpperCase(Locale.ROOT);
  }

  private static boolean acceptAttribute(Cursor cursor) {
    if (cursor.accept("NOT", "VALID")
        || cursor.accept("NOT", "ENFORCED")
        || cursor.accept("NOT", "DEFERRABLE")
        || cursor.accept("NO", "INHERIT")
        || cursor.acceptAny("ENFORCED", "DEFERRABLE")
        || cursor.accept("SET", "NULL")
        || cursor.accept("SET", "DEFAULT")
        || cursor.accept("NO", "ACTION")
        || cursor.acceptAny("CASCADE", "RESTRICT")) {
      return true;
    }
    if (cursor.accept("USING", "INDEX", "TABLESPACE") || cursor.acceptAny("INITIALLY", "MATCH")) {
      cursor.step();
      return true;
    }
    return cursor.accept("ON", "DELETE") || cursor.accept("ON", "UPDATE");
  }

  private static String rest(Cursor cursor) {
    int from = cursor.index();
    cursor.skipToComma();
    return cursor.textSince(from).toUpperCase(Locale.ROOT);
  }

  private static Constraint make(
      Kind kind,
      @Nullable String name,
      List<String> columns,
      @Nullable String expression,
      @Nullable ObjectName parent,
      List<String> parentColumns,
      String tail,
      @Nullable String index) {
    boolean validated = !tail.contains("NOT VALID") && !tail.contains("NOT ENFORCED");
    return new Constraint(
        kind,
        name,
        List.copyOf(columns),
        expression,
        parent,
        List.copyOf(parentColumns),
        tail,
        validated,
        index);
  }
}
