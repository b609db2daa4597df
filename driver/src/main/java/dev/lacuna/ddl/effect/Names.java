package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Keywords;

/** Names as SQL: in quotes where they need them. */
public final class Names {

  private Names() {}

  /** A table or index of PostgreSQL. */
  public static String postgresql(ObjectName name) {
    return of(name, Dialect.POSTGRESQL);
  }

  /** A table or index. */
  public static String of(ObjectName name, Dialect dialect) {
    String schema = name.schema();
    String own = of(name.name(), dialect);
    return schema == null ? own : of(schema, dialect) + "." + own;
  }

  /** A column, a schema, a constraint. */
  public static String of(String name, Dialect dialect) {
    boolean plain =
        dialect == Dialect.POSTGRESQL
            ? name.matches("[a-z_][a-z0-9_]*")
            : name.matches("[A-Za-z_][A-Za-z0-9_]*");
    boolean reserved = Keywords.isReserved(dialect.fold(name)) || isMysqlWord(name, dialect);
    return plain && !reserved ? name : dialect.quote(name);
  }

  private static boolean isMysqlWord(String name, Dialect dialect) {
    return dialect == Dialect.MYSQL
        && name.matches("(?i)(key|keys|index|range|rank|groups|rows|system|change|read|write|int)");
  }
}
