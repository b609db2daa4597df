package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.AlterConstraint;
import dev.lacuna.ddl.change.Change.AlterIndex;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.Maintain;
import dev.lacuna.ddl.change.Change.RenameIndex;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Constraint;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.ddl.effect.Online.Need;
import dev.lacuna.ddl.effect.Table.ConstraintFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What changes of indexes, constraints and the table as a whole ask of InnoDB. */
final class MysqlTableNeeds {

  private final Facts facts;
  private final Server server;
  private final boolean mariadb;

  MysqlTableNeeds(Facts facts) {
    this.facts = facts;
    this.server = facts.server();
    this.mariadb = server.isMariadb();
  }

  @Nullable Need of(Change change) {
    if (change instanceof CreateIndex index) {
      return index(index);
    }
    if (change instanceof DropIndex) {
      return Need.QUICK;
    }
    if (change instanceof RenameIndex) {
      return mariadb ? Need.METADATA : Need.QUICK;
    }
    if (change instanceof AlterIndex) {
      return mariadb ? Need.METADATA : Need.QUICK;
    }
    if (change instanceof AddConstraint add) {
      return add(add.constraint());
    }
    if (change instanceof DropConstraint drop) {
      return drop(drop);
    }
    if (change instanceof AlterConstraint alter) {
      return alter.setting().contains("NOT ENFORCED") ? metadata() : Need.COPY;
    }
    if (change instanceof Maintain) {
      return Need.REBUILD;
    }
    if (change instanceof RenameTable) {
      return metadata();
    }
    return change instanceof AlterTable alter ? setting(alter) : null;
  }

  /** Instant on MySQL from 8.0.12 on, and on MariaDB. */
  private Need metadata() {
    return mariadb || server.isAtLeast(8, 0, 12) ? Need.METADATA : Need.QUICK;
  }

  private Need index(CreateIndex index) {
    return switch (index.kind()) {
      case FULLTEXT -> hasFulltextColumn() ? Need.SHARED_INDEX : Need.SHARED_REBUILD;
      case SPATIAL -> Need.SHARED_INDEX;
      case VECTOR -> Need.COPY;
      default -> isFunctional(index) ? Need.SHARED_INDEX : Need.INDEX;
    };
  }

  private static boolean isFunctional(CreateIndex index) {
    return index.columns().stream().anyMatch(column -> column.startsWith("("));
  }

  /** The first FULLTEXT index of a table adds a hidden column. */
  private boolean hasFulltextColumn() {
    Table table = facts.table();
    return table != null
        && (table.hasFulltext()
            || (table.innodb() != null && table.innodb().residue() == Table.Residue.LEFT));
  }

  private Need add(Constraint constraint) {
    return switch (constraint.kind()) {
      case UNIQUE -> Need.INDEX;
      case PRIMARY_KEY -> Need.REBUILD;
      case FOREIGN_KEY -> server.foreignKeyChecks() ? Need.COPY : Need.QUICK;
      case CHECK -> check(constraint);
      default -> Need.COPY;
    };
  }

  /** CHECK was read and ignored before MySQL 8.0.16. */
  private Need check(Constraint constraint) {
    boolean ignored = !mariadb && !server.isAtLeast(8, 0, 16);
    return ignored || !constraint.validated() ? metadata() : Need.COPY;
  }

  private Need drop(DropConstraint drop) {
    if (drop.kind() == Kind.PRIMARY_KEY) {
      return Need.COPY;
    }
    Kind kind = drop.kind() == null ? kindOf(drop.name()) : drop.kind();
    if (kind == null) {
      return Need.COPY;
    }
    return switch (kind) {
      case FOREIGN_KEY -> mariadb ? Need.METADATA : Need.QUICK;
      case CHECK -> metadata();
      case PRIMARY_KEY -> Need.COPY;
      default -> Need.QUICK;
    };
  }

  private @Nullable Kind kindOf(@Nullable String name) {
    Table table = facts.table();
    return table == null || name == null
        ? null
        : table.constraint(name).map(ConstraintFacts::kind).orElse(null);
  }

  private Need setting(AlterTable alter) {
    return switch (alter.setting()) {
      case ENGINE -> engine(alter.argument());
      case FORCE, ROW_FORMAT -> Need.REBUILD;
      case DEFAULT_CHARSET, AUTO_INCREMENT, COMMENT, STATISTICS ->
          mariadb ? Need.METADATA : Need.QUICK;
      case KEYS -> mariadb ? Need.COPY : metadata();
      case ENCRYPTION -> encryption();
      case DROP_PARTITION -> Need.QUICK;
      case ADD_PARTITION ->
          alter.argument().toUpperCase(Locale.ROOT).contains("PARTITIONS")
              ? Need.SHARED_REBUILD
              : Need.QUICK;
      case TRUNCATE_PARTITION, EXCHANGE_PARTITION -> metadata();
      case REPARTITION ->
          alter
                  .argument()
                  .toUpperCase(Locale.ROOT)
                  .matches("(?s).*\\b(INTO|HASH|KEY|RANGE|LIST)\\b.*")
              ? Need.COPY
              : Need.SHARED_REBUILD;
      case REBUILD_PARTITION -> Need.SHARED_REBUILD;
      default -> Need.COPY;
    };
  }

  private Need engine(String engine) {
    Table table = facts.table();
    Table.Innodb innodb = table == null ? null : table.innodb();
    boolean same =
        innodb == null
            ? engine.equalsIgnoreCase("InnoDB")
            : engine.equalsIgnoreCase(innodb.engine());
    return same ? Need.REBUILD : Need.COPY;
  }

  private Need encryption() {
    return mariadb ? Need.REBUILD : Need.COPY;
  }
}
