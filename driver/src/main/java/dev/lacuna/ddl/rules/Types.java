package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Facts.Domain;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** The type that a change of type wants, as it is written. */
  static String wanted(Subject subject) {
    if (subject.change() instanceof ChangeType change) {
      return change.typeText();
    }
    return subject.change() instanceof ModifyColumn modify ? modify.column().typeText() : "";
  }

  /** The domain with constraints that a change of type wants; null where it wants none. */
  static @Nullable Domain wantedDomain(Subject subject) {
    boolean constrained =
        subject.change() instanceof ChangeType change
            && subject.facts().isConstrainedDomain(change.type());
    return constrained
        ? subject.facts().domains().get(((ChangeType) subject.change()).type().name())
        : null;
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
