package dev.lacuna.ddl.effect;

import static dev.lacuna.ddl.effect.Lock.ACCESS_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.ROW_SHARE;
import static dev.lacuna.ddl.effect.Lock.SHARE_ROW_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.AlterConstraint;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Change.RenameConstraint;
import dev.lacuna.ddl.change.Change.ValidateConstraint;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import dev.lacuna.ddl.effect.Table.IndexFacts;
import org.jspecify.annotations.Nullable;

/** What changes of constraints do on PostgreSQL. */
final class PostgresConstraintEffects {

  private static final Effect BRIEF = Effect.brief(ACCESS_EXCLUSIVE);

  private final Facts facts;

  PostgresConstraintEffects(Facts facts) {
    this.facts = facts;
  }

  @Nullable Effect of(Change change) {
    if (change instanceof AddConstraint add) {
      return add(add.constraint());
    }
    if (change instanceof ValidateConstraint validate) {
      return validate(known(validate.name()));
    }
    if (change instanceof DropConstraint drop) {
      return drop(drop);
    }
    if (change instanceof AlterConstraint alter) {
      return alter(alter);
    }
    return change instanceof RenameConstraint ? BRIEF : null;
  }

  private @Nullable ConstraintFacts known(@Nullable String name) {
    Table table = facts.table();
    return table == null || name == null ? null : table.constraint(name).orElse(null);
  }

  private Effect add(Constraint constraint) {
    return switch (constraint.kind()) {
      case CHECK -> constraint.validated() ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
      case NOT_NULL -> notNull(constraint);
      case UNIQUE -> constraint.index() == null ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
      case PRIMARY_KEY -> primaryKey(constraint);
      case EXCLUSION -> Effect.scan(ACCESS_EXCLUSIVE);
      case FOREIGN_KEY ->
          (constraint.validated()
                  ? Effect.scan(SHARE_ROW_EXCLUSIVE)
                  : Effect.brief(SHARE_ROW_EXCLUSIVE))
              .also(constraint.parent(), SHARE_ROW_EXCLUSIVE);
    };
  }

  private Effect notNull(Constraint constraint) {
    boolean scans =
        constraint.validated()
            && new PostgresColumnEffects(facts).scansForNulls(constraint.columns().get(0));
    return scans ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
  }

  /** The columns of a primary key become NOT NULL, which has to be proved. */
  private Effect primaryKey(Constraint constraint) {
    String index = constraint.index();
    Table table = facts.table();
    IndexFacts known = table == null || index == null ? null : table.index(index).orElse(null);
    if (known == null) {
      return Effect.scan(ACCESS_EXCLUSIVE);
    }
    PostgresColumnEffects columns = new PostgresColumnEffects(facts);
    return known.columns().stream().anyMatch(columns::scansForNulls)
        ? Effect.scan(ACCESS_EXCLUSIVE)
        : BRIEF;
  }

  private static Effect validate(@Nullable ConstraintFacts constraint) {
    if (constraint == null) {
      return Effect.scan(SHARE_UPDATE_EXCLUSIVE);
    }
    if (constraint.validated()) {
      return Effect.brief(SHARE_UPDATE_EXCLUSIVE);
    }
    return Effect.scan(SHARE_UPDATE_EXCLUSIVE).also(constraint.parent(), ROW_SHARE);
  }

  private Effect drop(DropConstraint drop) {
    ConstraintFacts constraint = known(drop.name());
    return constraint != null && constraint.kind() == Kind.FOREIGN_KEY
        ? BRIEF.also(constraint.parent(), ACCESS_EXCLUSIVE)
        : BRIEF;
  }

  private static Effect alter(AlterConstraint alter) {
    boolean enforces =
        alter.setting().contains("ENFORCED") && !alter.setting().contains("NOT ENFORCED");
    return enforces ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
  }
}
