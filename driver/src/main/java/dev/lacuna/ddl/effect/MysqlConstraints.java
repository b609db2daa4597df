package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.ddl.effect.Table.TriggerFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the constraints and the triggers of a table.
 *
 * <p>Four tables of the information schema tell of them. Each is asked by itself for the one table
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
          + " TABLE_NAME = ? UNION ALL SELECT 't', TRIGGER_NAME, EVENT_MANIPULATION,"
          + " ACTION_STATEMENT, NULL FROM INFORMATION_SCHEMA.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ?"
          + " AND EVENT_OBJECT_TABLE = ?";

  /** What one of the four tables says of a constraint or a trigger. */
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

    TriggerFacts trigger() {
      return new TriggerFacts(name, "UPDATE".equals(x), String.valueOf(y));
    }
  }

  /** What there is. */
  record Found(List<ConstraintFacts> constraints, List<TriggerFacts> triggers) {}

  private final Connection connection;

  MysqlConstraints(Connection connection) {
    this.connection = connection;
  }

  /** Triggers are shown to those who have the TRIGGER privilege for the table. */
  Found of(String schema, String table) throws SQLException {
    Object[] names = {schema, table, schema, table, schema, table, schema, table};
    List<Part> parts = Rows.of(connection, CONSTRAINTS, Part::of, names);
    return new Found(
        parts.stream()
            .filter(part -> part.part().equals("c"))
            .map(constraint -> constraint(constraint, parts))
            .toList(),
        parts.stream().filter(part -> part.part().equals("t")).map(Part::trigger).toList());
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
