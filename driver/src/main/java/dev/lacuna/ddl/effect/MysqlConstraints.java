package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the constraints of a table.
 *
 * <p>Three tables of the information schema tell of them. Each is asked by itself for the one table
 * that is meant: MariaDB opens every table of the server where a join has to tell which.
 */
final class MysqlConstraints {

  private static final String CONSTRAINTS =
      "SELECT 'c' AS part, CONSTRAINT_NAME AS n, CONSTRAINT_TYPE AS x, NULL AS y, NULL AS z FROM"
          + " INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
          + " UNION ALL SELECT 'k', CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,"
          + " REFERENCED_TABLE_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = ?"
          + " AND TABLE_NAME = ? UNION ALL SELECT 'r', CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE,"
          + " NULL FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ? AND"
          + " TABLE_NAME = ?";

  /** What one of the three tables says of a constraint. */
  private record Part(
      String part, String name, @Nullable String x, @Nullable String y, @Nullable String z) {

    static Part of(ResultSet row) throws SQLException {
      return new Part(
          row.getString("part"),
          row.getString("n"),
          row.getString("x"),
          row.getString("y"),
          row.getString("z"));
    }
  }

  private final Connection connection;

  MysqlConstraints(Connection connection) {
    this.connection = connection;
  }

  List<ConstraintFacts> of(String schema, String table) throws SQLException {
    List<Part> parts =
        Rows.of(connection, CONSTRAINTS, Part::of, schema, table, schema, table, schema, table);
    return parts.stream()
        .filter(part -> part.part().equals("c"))
        .map(constraint -> constraint(constraint, parts))
        .toList();
  }

  private static ConstraintFacts constraint(Part constraint, List<Part> parts) {
    List<String> columns = new ArrayList<>();
    ObjectName parent = null;
    boolean actions = false;
    for (Part part : parts) {
      if (!part.name().equals(constraint.name())) {
        continue;
      }
      if (part.part().equals("k") && part.x() != null) {
        columns.add(part.x());
        parent = part.z() == null ? parent : new ObjectName(part.y(), part.z());
      }
      actions |= part.part().equals("r") && changesRows(part.x() + " " + part.y());
    }
    return new ConstraintFacts(
        constraint.name(), kind(constraint.x()), true, columns, "", parent, actions);
  }

  private static boolean changesRows(String rules) {
    return rules.contains("CASCADE") || rules.contains("SET");
  }

  private static Kind kind(@Nullable String type) {
    return switch (String.valueOf(type)) {
      case "PRIMARY KEY" -> Kind.PRIMARY_KEY;
      case "UNIQUE" -> Kind.UNIQUE;
      case "FOREIGN KEY" -> Kind.FOREIGN_KEY;
      default -> Kind.CHECK;
    };
  }
}
