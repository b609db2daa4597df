package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.AlterIndex;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.ddl.change.Change.RenameIndex;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a server for the facts that a statement is judged by. It changes nothing there. */
public interface FactsLoader {

  /**
   * What is known for a statement. On MySQL and MariaDB, no lock is waited for longer than a
   * second.
   *
   * @throws SQLException if the server cannot be asked
   */
  Facts load(Ddl ddl) throws SQLException;

  /** A loader for the driver's connection. */
  static FactsLoader of(Engine engine, Connection connection) {
    return engine == Engine.POSTGRESQL ? new PostgresFacts(connection) : new MysqlFacts(connection);
  }

  /** The functions that the defaults of a statement call. */
  static Set<String> functions(Ddl ddl) {
    Set<String> functions = new HashSet<>();
    for (Change change : ddl.changes()) {
      if (change instanceof AddColumn add && add.column().defaultExpression() != null) {
        functions.addAll(Defaults.functions(add.column().defaultExpression()));
      }
    }
    return functions;
  }

  /** Whether InnoDB's hidden columns and row versions have a say in it. */
  static boolean movesColumns(Ddl ddl) {
    return ddl.has(AddColumn.class)
        || ddl.has(Change.DropColumn.class)
        || ddl.has(Change.ModifyColumn.class)
        || ddl.has(Change.CreateIndex.class);
  }

  /** Whether a column gets another name, which the foreign keys that refer to it have to learn. */
  static boolean renames(Ddl ddl) {
    return ddl.has(Change.RenameColumn.class) || ddl.has(Change.ModifyColumn.class);
  }

  /** Whether a foreign key is added, with a column or by itself. */
  static boolean addsForeignKey(Ddl ddl) {
    return ddl.changes().stream()
        .anyMatch(
            change ->
                (change instanceof AddColumn add && add.column().has(Kind.FOREIGN_KEY))
                    || (change instanceof AddConstraint key
                        && key.constraint().is(Kind.FOREIGN_KEY)));
  }

  /** The names of the types in a statement. */
  static Set<String> types(Ddl ddl) {
    Set<String> types = new HashSet<>();
    for (Change change : ddl.changes()) {
      if (change instanceof AddColumn add) {
        types.add(add.column().type().name());
      } else if (change instanceof ChangeType type) {
        types.add(type.type().name());
      }
    }
    return types;
  }

  /** The index that a statement names instead of a table; null for none. */
  static @Nullable ObjectName index(Ddl ddl) {
    Change first = ddl.changes().get(0);
    if (first instanceof DropIndex drop) {
      return drop.indexes().get(0);
    }
    if (first instanceof AlterIndex alter) {
      return alter.index();
    }
    if (first instanceof RenameIndex rename) {
      return ObjectName.of(rename.from());
    }
    boolean index = first instanceof Reindex reindex && reindex.scope() == Change.Scope.INDEX;
    return index ? ((Reindex) first).target() : null;
  }
}
