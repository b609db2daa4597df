package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Defaults;
import dev.lacuna.ddl.effect.Facts.Domain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the gentle way to a new column. */
final class Columns {

  private Columns() {}

  static boolean isVolatile(Subject subject, Column column) {
    String expression = column.defaultExpression();
    return expression != null && Defaults.isVolatile(expression, subject.facts());
  }

  /** The type as the statement wrote it; of a serial column, what it stands for. */
  private static String type(Column column) {
    return column.source() == Column.Source.SERIAL ? column.type().name() : column.typeText();
  }

  private static String add(Subject subject, Column column) {
    return add(subject, column.name(), type(column));
  }

  private static String add(Subject subject, String column, String type) {
    return Pinned.of(
        subject,
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(subject.tableSql(), subject.name(column), type));
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
    steps.add(backfillByHand(column.name()));
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
      Backfill.copying(subject, column.name(), String.valueOf(column.defaultExpression()))
    };
  }

  /** The column without its constraints, and with its default. */
  private static List<String> plain(Subject subject, Column column) {
    String expression = column.defaultExpression();
    if (!column.hasDefault() || expression == null) {
      boolean later = column.notNull() && subject.isPostgresql() && !column.isNumbered();
      return later ? List.of(nullableThenNotNull(subject, column)) : List.of(add(subject, column));
    }
    String whole = type(column) + (column.notNull() ? " NOT NULL" : "") + " DEFAULT " + expression;
    String atOnce = add(subject, column.name(), whole);
    return Pinned.isGentle(subject, atOnce)
        ? List.of(atOnce)
        : List.of(nullableThenDefault(subject, column, expression));
  }

  static String[] plainThenCheck(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.addAll(plain(subject, column));
    column
        .constraint(Kind.CHECK)
        .filter(check -> subject.isPostgresql())
        .ifPresent(check -> steps.addAll(List.of(Steps.check(subject, check))));
    return steps.toArray(String[]::new);
  }

  static String[] plainThenUnique(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    steps.addAll(plain(subject, column));
    column
        .constraint(Kind.UNIQUE)
        .ifPresent(key -> steps.addAll(List.of(Steps.keyUsingIndex(subject, key, "UNIQUE"))));
    return steps.toArray(String[]::new);
  }

  static String[] laterPrimaryKey(Subject subject, Column column) {
    List<String> steps = new ArrayList<>();
    if (column.isNumbered()) {
      steps.addAll(List.of(numbered(subject, column)));
    } else {
      steps.addAll(List.of(add(subject, column), backfillByHand(column.name())));
    }
    column
        .constraint(Kind.PRIMARY_KEY)
        .ifPresent(key -> steps.addAll(List.of(Steps.primaryKey(subject, key))));
    return steps.toArray(String[]::new);
  }

  static String[] plainThenForeignKey(Subject subject, Column column, Constraint key) {
    List<String> steps = new ArrayList<>();
    steps.addAll(plain(subject, column));
    steps.addAll(List.of(Steps.foreignKey(subject, key)));
    return steps.toArray(String[]::new);
  }

  /** A column of a domain's base type, which the table checks instead of the domain. */
  static String[] ofBaseType(Subject subject, Column column, Domain domain) {
    List<String> steps = new ArrayList<>();
    steps.add(add(subject, column.name(), domain.base()));
    steps.addAll(DomainChecks.notValid(subject, column.name(), domain));
    String expression = column.defaultExpression();
    if (expression != null) {
      steps.add(alter(subject, column.name(), "SET DEFAULT " + expression));
      steps.add(Backfill.of(subject, column.name(), "DEFAULT"));
    } else if (domain.notNull() || column.notNull()) {
      steps.add(backfillByHand(column.name()));
    }
    steps.addAll(DomainChecks.validated(subject, column.name(), domain));
    if (column.notNull() && !domain.notNull()) {
      steps.addAll(List.of(Steps.notNull(subject, column.name())));
    }
    return steps.toArray(String[]::new);
  }

  private static String backfillByHand(String column) {
    return "-- Backfill " + column + " in batches, and let the application write it";
  }

  /**
   * The steps to a column of another type, as far as SQL alone can say them; none where the table
   * refuses even a new column without a copy.
   *
   * @param value the expression that makes the new value of the old one; null for the old one
   */
  static String[] anew(Subject subject, String column, String type, @Nullable String value) {
    String fresh = column + "_new";
    Domain domain = Types.wantedDomain(subject);
    String add = add(subject, fresh, domain == null ? type : domain.base());
    if (!Pinned.isGentle(subject, add)) {
      return new String[0];
    }
    List<String> steps = new ArrayList<>();
    steps.add(add);
    if (domain != null) {
      steps.addAll(DomainChecks.notValid(subject, fresh, domain));
    }
    steps.add(Backfill.copying(subject, fresh, value == null ? subject.name(column) : value));
    if (domain != null) {
      steps.addAll(DomainChecks.validated(subject, fresh, domain));
    }
    return steps.toArray(String[]::new);
  }
}
