package dev.lacuna.ddl.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change that a DDL statement makes. An {@code ALTER TABLE} may make several. */
public sealed interface Change {

  /** {@code ADD COLUMN}. */
  record AddColumn(Column column, Position position, boolean ifNotExists) implements Change {}

  /** Where MySQL puts a column. */
  enum Position {
    /** Behind the others, or where it was. */
    LAST,
    /** {@code FIRST} or {@code AFTER}. */
    GIVEN
  }

  /** {@code DROP COLUMN}. */
  record DropColumn(String column, boolean ifExists) implements Change {}

  /** {@code RENAME COLUMN}. */
  record RenameColumn(String from, String to) implements Change {}

  /**
   * PostgreSQL's {@code ALTER COLUMN … TYPE}.
   *
   * @param typeText the type with its collation, as written
   * @param using the expression behind {@code USING}, else null
   */
  record ChangeType(
      String column, SqlType type, String typeText, @Nullable String using, boolean collates)
      implements Change {}

  /**
   * MySQL's {@code MODIFY} and {@code CHANGE}: the whole column anew.
   *
   * @param from its name until now
   */
  record ModifyColumn(String from, Column column, Position position) implements Change {}

  /** {@code ALTER COLUMN … SET DEFAULT}, or {@code DROP DEFAULT}: then the expression is null. */
  record SetDefault(String column, @Nullable String expression) implements Change {}

  /** {@code ALTER COLUMN … SET NOT NULL}. */
  record SetNotNull(String column) implements Change {}

  /** {@code ALTER COLUMN … DROP NOT NULL}. */
  record DropNotNull(String column) implements Change {}

  /** Another setting of a column. */
  record AlterColumn(String column, ColumnSetting setting) implements Change {}

  /** The other settings of columns. */
  enum ColumnSetting {
    STATISTICS,
    OPTIONS,
    STORAGE,
    COMPRESSION,
    ADD_IDENTITY,
    SET_IDENTITY,
    DROP_IDENTITY,
    SET_EXPRESSION,
    DROP_EXPRESSION,
    VISIBILITY
  }

  /** {@code ADD CONSTRAINT}, or a constraint without a name. */
  record AddConstraint(Constraint constraint) implements Change {}

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(String name) implements Change {}

  /**
   * {@code DROP CONSTRAINT}; on MySQL also {@code DROP PRIMARY KEY}, {@code DROP FOREIGN KEY} and
   * {@code DROP CHECK}.
   *
   * @param kind null where the statement does not say
   * @param name null for a primary key without one
   */
  record DropConstraint(Constraint.@Nullable Kind kind, @Nullable String name) implements Change {}

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(String from, String to) implements Change {}

  /** {@code ALTER CONSTRAINT}. */
  record AlterConstraint(String name, String setting) implements Change {}

  /**
   * {@code CREATE INDEX}, on MySQL also {@code ADD INDEX}.
   *
   * @param name null where the server makes one up
   * @param columns the text of each of its parts
   * @param definition what stands behind the table, as written
   */
  record CreateIndex(
      @Nullable String name,
      IndexKind kind,
      boolean concurrently,
      boolean ifNotExists,
      boolean only,
      List<String> columns,
      String definition)
      implements Change {}

  /** The kinds of indexes. */
  enum IndexKind {
    PLAIN,
    UNIQUE,
    FULLTEXT,
    SPATIAL,
    VECTOR
  }

  /** {@code DROP INDEX}. */
  record DropIndex(List<ObjectName> indexes, boolean concurrently) implements Change {}

  /** {@code ALTER INDEX … RENAME}; MySQL's {@code RENAME INDEX}. */
  record RenameIndex(String from, String to) implements Change {}

  /** Another setting of an index. */
  record AlterIndex(ObjectName index, String setting) implements Change {}

  /** {@code REINDEX}. */
  record Reindex(Scope scope, ObjectName target, boolean concurrently) implements Change {}

  /** What {@code REINDEX} is asked to build anew. */
  enum Scope {
    INDEX,
    TABLE,
    SCHEMA,
    DATABASE
  }

  /** {@code RENAME TO}. */
  record RenameTable(ObjectName to) implements Change {}

  /** A setting of the table. */
  record AlterTable(TableSetting setting, String argument) implements Change {}

  /** {@code ATTACH PARTITION}. */
  record AttachPartition(ObjectName partition) implements Change {}

  /** {@code DETACH PARTITION}. */
  record DetachPartition(ObjectName partition, boolean concurrently, boolean finish)
      implements Change {}

  /**
   * {@code CREATE TABLE}.
   *
   * @param filled whether it is created with rows: {@code AS SELECT …}
   * @param partitionOf the table that it becomes a partition of, else null
   * @param parents the tables that its foreign keys refer to
   */
  record CreateTable(
      boolean temporary,
      boolean ifNotExists,
      boolean filled,
      @Nullable ObjectName partitionOf,
      List<ObjectName> parents,
      List<Column> columns)
      implements Change {}

  /** {@code DROP TABLE}. */
  record DropTable(List<ObjectName> tables, boolean cascade) implements Change {}

  /** {@code TRUNCATE}. */
  record Truncate(List<ObjectName> tables, boolean cascade) implements Change {}

  /**
   * {@code DROP} of something that tables are in, or may depend on.
   *
   * @param kind {@code SCHEMA}, {@code DATABASE}, {@code TYPE}, …
   */
  record DropObject(String kind, boolean cascade) implements Change {

    /** Whether tables are in it. */
    public boolean isSchema() {
      return kind.equals("SCHEMA") || kind.equals("DATABASE");
    }
  }

  /** {@code ALTER SCHEMA … RENAME}. */
  record RenameSchema(String from, String to) implements Change {}

  /** Commands that write a table or a materialized view anew. */
  record Maintain(Maintenance command, boolean concurrently) implements Change {}

  /** See {@link Maintain}. */
  enum Maintenance {
    VACUUM_FULL("VACUUM FULL"),
    CLUSTER("CLUSTER"),
    REFRESH("REFRESH MATERIALIZED VIEW"),
    OPTIMIZE("OPTIMIZE TABLE");

    private final String sql;

    Maintenance(String sql) {
      this.sql = sql;
    }

    /** The key words. */
    public String sql() {
      return sql;
    }
  }

  /** {@code ALTER DOMAIN … ADD CONSTRAINT}, {@code SET NOT NULL} or {@code VALIDATE}. */
  record ConstrainDomain(ObjectName domain, boolean validated) implements Change {}

  /**
   * What is put on a table from outside: a trigger, a policy, a rule, statistics, a comment.
   *
   * @param existing whether it is there, and is changed or dropped
   */
  record Attach(Attachment attachment, boolean existing) implements Change {}

  /** See {@link Attach}. */
  enum Attachment {
    TRIGGER,
    POLICY,
    RULE,
    STATISTICS,
    COMMENT,
    PUBLICATION
  }

  /**
   * Known, and no concern of any table that is there: a new view, sequence, type, function, schema.
   */
  record Unrelated(String what) implements Change {}

  /** Not understood. It is never called safe. */
  record Unknown(String text) implements Change {}
}
