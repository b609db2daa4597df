package dev.lacuna.ddl.change;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column as a statement defines it.
 *
 * @param name as the server stores it, without quotes
 * @param notNull whether it says {@code NOT NULL} or {@code PRIMARY KEY}
 * @param defaultExpression the text behind {@code DEFAULT} or, for a generated column, in {@code
 *     GENERATED ALWAYS AS (…)}; null for none
 * @param source where its values come from
 * @param constraints those that stand with the column
 * @param typeText the type with its character set and collation, as written
 * @param definition all that stands behind the name, as written
 */
public record Column(
    String name,
    SqlType type,
    boolean notNull,
    @Nullable String defaultExpression,
    Source source,
    List<Constraint> constraints,
    String typeText,
    String definition) {

  /** Where the values of a column come from. */
  public enum Source {
    /** The application, or the default. */
    GIVEN,
    /** {@code serial} and its like. */
    SERIAL,
    /** {@code GENERATED … AS IDENTITY}. */
    IDENTITY,
    /** {@code AUTO_INCREMENT}. */
    AUTO_INCREMENT,
    /** {@code GENERATED ALWAYS AS (…) STORED}, also {@code PERSISTENT}. */
    STORED,
    /** {@code GENERATED ALWAYS AS (…) VIRTUAL}. */
    VIRTUAL
  }

  /** The constraint of that kind, if it has one. */
  public Optional<Constraint> constraint(Constraint.Kind kind) {
    return constraints.stream().filter(constraint -> constraint.is(kind)).findFirst();
  }

  /** Whether it has a constraint of that kind. */
  public boolean has(Constraint.Kind kind) {
    return constraint(kind).isPresent();
  }

  /** Whether its values are computed from other columns. */
  public boolean isGenerated() {
    return source == Source.STORED || source == Source.VIRTUAL;
  }

  /** Whether the server numbers its rows. */
  public boolean isNumbered() {
    return source == Source.SERIAL || source == Source.IDENTITY || source == Source.AUTO_INCREMENT;
  }

  /** Whether it has a default that is not NULL. */
  public boolean hasDefault() {
    return source == Source.GIVEN
        && defaultExpression != null
        && !defaultExpression.equalsIgnoreCase("NULL");
  }
}
