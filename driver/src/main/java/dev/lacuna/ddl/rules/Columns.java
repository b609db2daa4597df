package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Defaults;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the gentle way to a new column. */
final class Columns {

  private Columns() {}

  static boolean isVolatile(Subject subject, Column column) {
    String expression = column.defaultExpression();
    return expression != null && Defaults.isVolatile(expression, subject.facts());
  }

  /** The type as the statement wrote it: what stands before the first clause. */
  private static String type(Column column) {
    Matcher clause =
        Pattern.compile(
                "(?i)\\s+(NOT\\s+NULL|NULL|DEFAULT|CHECK|UNIQUE|PRIMARY|REFERENCES|CONSTRAINT|GENERATED|AS|AUTO_INCREMENT|COMMENT)\\b")
            .matcher(column.definition());
    String written =
        clause.find() ? column.definition().substring(0, clause.start()) : column.definition();
    return column.source() == Column.Source.SERIAL ? column.type().name() : written;
  }

  private static String add(Subject subject, Column column) {
    String instant = subject.isPostgresql() ? "" : ", ALGORITHM=INSTANT";
    return "ALTER TABLE %s ADD COLUMN %s %s%s"
        .formatted(subject.tableSql(), subject.name(column.name()), type(column), instant);
  }

  private static String alter(Subject subject, String column, String action) {
    return "ALTER TABLE %s ALTER COLUMN %s %s"
        .formatted(subject.tableSql(), subject.name(column), action);
  }

  static String[] nullableThenDefault(Subject subject, Column column, String expression) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column));
    steps.add(alter(subject, column.name(), "SET DEFAULT " + expression));
    String value = subject.isPostgresql() ? "DEFAULT" : expression;
    steps.add(Backfill.of(subject, column.name(), value));
    if (column.notNull() && subject.isPostgresql()) {
      steps.addAll(List.of(Steps.notNull(subject, column.name())));
    }
    return steps.toArray(String[]::new);
  }

  static String[] nullableThenNotNull(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column));
    steps.add("-- Backfill " + column.name() + " in batches, and let the application write it");
    steps.addAll(List.of(Steps.notNull(subject, column.name())));
    return steps.toArray(String[]::new);
  }

  static String[] numbered(Subject subject, Column column) {
    String sequence = subject.name(subject.tableName() + "_" + column.name() + "_seq");
    String next = "nextval('" + sequence.replace("'", "''") + "')";
    return new String[] {
      add(subject, column),
      "CREATE SEQUENCE %s OWNED BY %s.%s"
          .formatted(sequence, subject.tableSql(), subject.name(column.name())),
      alter(subject, column.name(), "SET DEFAULT " + next),
      Backfill.of(subject, column.name(), "DEFAULT")
    };
  }

  static String[] byTrigger(Subject subject, Column column) {
    String function = subject.name(subject.tableName() + "_" + column.name());
    return new String[] {
      add(subject, column),
      """
      CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.%s := (SELECT %s FROM (SELECT NEW.*) new_row);
        RETURN NEW;
      END $$"""
          .formatted(function, subject.name(column.name()), column.defaultExpression()),
      "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE PROCEDURE %s()"
          .formatted(function, subject.tableSql(), function),
      Backfill.of(subject, column.name(), String.valueOf(column.defaultExpression()))
    };
  }

  static String[] plainThenCheck(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column));
    column
        .constraint(Kind.CHECK)
        .filter(check -> subject.isPostgresql())
        .ifPresent(check -> steps.addAll(List.of(Steps.check(subject, check))));
    return steps.toArray(String[]::new);
  }

  static String[] plainThenUnique(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column));
    column
        .constraint(Kind.UNIQUE)
        .ifPresent(key -> steps.addAll(List.of(Steps.keyUsingIndex(subject, key, "UNIQUE"))));
    return steps.toArray(String[]::new);
  }

  static String[] laterPrimaryKey(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.addAll(List.of(numbered(subject, column)));
    column
        .constraint(Kind.PRIMARY_KEY)
        .ifPresent(key -> steps.addAll(List.of(Steps.primaryKey(subject, key))));
    return steps.toArray(String[]::new);
  }

  static String[] plainThenForeignKey(Subject subject, Column column, Constraint key) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column));
    steps.addAll(List.of(Steps.foreignKey(subject, key)));
    return steps.toArray(String[]::new);
  }

  /** The steps to a column of another type, as far as SQL alone can say them. */
  static String[] anew(Subject subject, String column) {
    String field = subject.name(column);
    String fresh = subject.name(column + "_new");
    String type = Types.wanted(subject);
    return new String[] {
      "ALTER TABLE %s ADD COLUMN %s %s%s"
          .formatted(
              subject.tableSql(), fresh, type, subject.isPostgresql() ? "" : ", ALGORITHM=INSTANT"),
      Backfill.of(subject, column + "_new", field)
    };
  }
}
