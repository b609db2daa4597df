package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules about types look at. */
final class Types {

  private Types() {}

  /** The first new column of a change that a rule has something to say of. */
  static Optional<Column> added(Subject subject, Predicate<Column> concerns) {
    return columns(subject).filter(concerns).findFirst();
  }

  private static Stream<Column> columns(Subject subject) {
    if (subject.change() instanceof AddColumn add) {
      return Stream.of(add.column());
    }
    if (subject.change() instanceof ModifyColumn modify) {
      return Stream.of(modify.column());
    }
    return subject.change() instanceof CreateTable create
        ? create.columns().stream()
        : Stream.empty();
  }

  /** The type that a change of type wants. */
  static String wanted(Subject subject) {
    if (subject.change() instanceof ChangeType change) {
      return change.type().toString();
    }
    return subject.change() instanceof ModifyColumn modify ? modify.column().type().toString() : "";
  }

  static boolean isFloat(Column column) {
    return column.type().is("real", "double precision", "float", "double", "float unsigned");
  }

  static boolean isMoney(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches(".*(price|amount|total|cost|fee|salary|balance|tax|revenue|payment|discount).*");
  }

  static boolean isUtf8mb3(Column column) {
    return column
        .definition()
        .toLowerCase(Locale.ROOT)
        .matches("(?s).*(character set|charset|collate)\\s*=?\\s*'?(utf8mb3|utf8\\b|utf8_).*");
  }

  static boolean isSmallKey(Column column) {
    return column.has(Kind.PRIMARY_KEY)
        && column.isNumbered()
        && column.type().is("integer", "smallint", "int", "mediumint");
  }
}
