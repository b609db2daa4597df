package dev.lacuna.ddl.effect;

import static dev.lacuna.ddl.effect.Lock.ACCESS_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE_ROW_EXCLUSIVE;
import static dev.lacuna.ddl.effect.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AlterColumn;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropNotNull;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.ddl.change.Change.SetNotNull;
import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.Column.Source;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What changes of columns do on PostgreSQL. */
final class PostgresColumnEffects {

  private static final Effect BRIEF = Effect.brief(ACCESS_EXCLUSIVE);

  private final Facts facts;

  PostgresColumnEffects(Facts facts) {
    this.facts = facts;
  }

  @Nullable Effect of(Change change) {
    if (change instanceof AddColumn add) {
      return add(add);
    }
    if (change instanceof DropColumn drop) {
      return drop(drop);
    }
    if (change instanceof ChangeType type) {
      return changeType(type);
    }
    if (change instanceof SetNotNull notNull) {
      return scansForNulls(notNull.column()) ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
    }
    if (change instanceof AlterColumn alter) {
      return alter(alter);
    }
    boolean brief =
        change instanceof SetDefault
            || change instanceof DropNotNull
            || change instanceof RenameColumn;
    return brief ? BRIEF : null;
  }

  private Effect add(AddColumn add) {
    Column column = add.column();
    Table table = facts.table();
    if (add.ifNotExists() && table != null && table.column(column.name()).isPresent()) {
      return BRIEF;
    }
    Effect effect =
        rewrites(column)
            ? Effect.rewrite(ACCESS_EXCLUSIVE)
            : scans(column) ? Effect.scan(ACCESS_EXCLUSIVE) : BRIEF;
    return column
        .constraint(Kind.FOREIGN_KEY)
        .map(key -> effect.also(key.parent(), SHARE_ROW_EXCLUSIVE))
        .orElse(effect);
  }

  /**
   * PostgreSQL 18 manual, ALTER TABLE, Notes: a constant default is kept in the catalog since 11;
   * "adding a column with a volatile DEFAULT, a stored generated column, an identity column, or a
   * column with a domain data type that has constraints will cause the entire table and its indexes
   * to be rewritten".
   */
  private boolean rewrites(Column column) {
    if (column.isNumbered() || column.source() == Source.STORED) {
      return true;
    }
    if (column.source() == Source.VIRTUAL) {
      return false;
    }
    return facts.isConstrainedDomain(column.type())
        || (column.hasDefault() && (!facts.server().isAtLeast(11, 0, 0) || isVolatile(column)));
  }

  private boolean isVolatile(Column column) {
    String expression = column.defaultExpression();
    return expression != null && Defaults.isVolatile(expression, facts);
  }

  private boolean scans(Column column) {
    boolean noValue = column.notNull() && !column.hasDefault() && !column.isGenerated();
    boolean checksParent = column.has(Kind.FOREIGN_KEY) && column.hasDefault();
    return noValue
        || checksParent
        || (column.notNull() && column.isGenerated())
        || column.constraint(Kind.CHECK).filter(Constraint::validated).isPresent()
        || column.has(Kind.UNIQUE)
        || column.has(Kind.PRIMARY_KEY);
  }

  private Effect drop(DropColumn drop) {
    Effect effect = BRIEF;
    Table table = facts.table();
    if (table != null) {
      for (ConstraintFacts constraint : table.constraints()) {
        if (constraint.kind() == Kind.FOREIGN_KEY && constraint.columns().contains(drop.column())) {
          effect = effect.also(constraint.parent(), ACCESS_EXCLUSIVE);
        }
      }
    }
    return effect;
  }

  private Effect changeType(ChangeType change) {
    Table table = facts.table();
    ColumnFacts column = table == null ? null : table.column(change.column()).orElse(null);
    if (column == null || table == null || !keepsRows(change, column)) {
      return Effect.rewrite(ACCESS_EXCLUSIVE);
    }
    boolean checked = isChecked(table, change.column());
    return checked || (change.collates() && table.isIndexed(change.column()))
        ? Effect.scan(ACCESS_EXCLUSIVE)
        : BRIEF;
  }

  /** The constraints on a column whose type changes are made anew, and checked anew. */
  private static boolean isChecked(Table table, String column) {
    return table.constraints().stream()
        .anyMatch(
            constraint ->
                constraint.kind() == Kind.CHECK
                    && constraint.validated()
                    && constraint.columns().contains(column));
  }

  private boolean keepsRows(ChangeType change, ColumnFacts column) {
    String using = change.using();
    boolean plain =
        using == null
            || using.replaceAll("[\"\\s()]", "").startsWith(change.column() + "::")
            || using.strip().equals(change.column());
    return plain
        && !facts.domains().containsKey(change.type().name())
        && PostgresCasts.keepsRows(column.type(), change.type(), facts.server());
  }

  /** Whether the server has to look for NULLs to be sure that there are none. */
  boolean scansForNulls(String column) {
    Table table = facts.table();
    ColumnFacts known = table == null ? null : table.column(column).orElse(null);
    if (known == null || table == null) {
      return true;
    }
    boolean notValid =
        table.constraints().stream()
            .anyMatch(
                constraint ->
                    constraint.kind() == Kind.NOT_NULL
                        && !constraint.validated()
                        && constraint.columns().contains(column));
    return notValid || !(known.notNull() || isProved(table, column));
  }

  // PostgreSQL 12 manual, ALTER TABLE: "if a valid CHECK constraint is found which proves no NULL
  // can exist, then the table scan is skipped".
  private boolean isProved(Table table, String column) {
    if (!facts.server().isAtLeast(12, 0, 0)) {
      return false;
    }
    Pattern proof =
        Pattern.compile("(?i)\\(\\(?\"?" + Pattern.quote(column) + "\"? IS NOT NULL\\)?\\)");
    return table.constraints().stream()
        .anyMatch(
            constraint ->
                constraint.kind() == Kind.CHECK
                    && constraint.validated()
                    && !constraint.definition().contains(" OR ")
                    && proof.matcher(constraint.definition()).find());
  }

  private Effect alter(AlterColumn alter) {
    return switch (alter.setting()) {
      case STATISTICS, OPTIONS -> Effect.brief(SHARE_UPDATE_EXCLUSIVE);
      case SET_EXPRESSION -> isStored(alter.column()) ? Effect.rewrite(ACCESS_EXCLUSIVE) : BRIEF;
      default -> BRIEF;
    };
  }

  private boolean isStored(String column) {
    Table table = facts.table();
    return table == null || table.column(column).map(ColumnFacts::storedGenerated).orElse(true);
  }
}
