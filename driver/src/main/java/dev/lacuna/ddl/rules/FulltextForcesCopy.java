package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.ddl.effect.Table.Residue;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A FULLTEXT index keeps changes from being instant. */
final class FulltextForcesCopy implements Rule {

  private static final About ABOUT =
      new About(
          "fulltext-forces-copy",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A FULLTEXT index keeps changes from being instant",
          "A table with a FULLTEXT index has a hidden column. MySQL copies such a table "
              + "for what is instant elsewhere; MariaDB rebuilds it while writes wait. After "
              + "the index was dropped the hidden column stays, until the table is built anew. "
              + "MariaDB shows it to users with the PROCESS privilege. To others the sizes of "
              + "the table's indexes give it away, or rule it out, unless there are many; then "
              + "a table that has CHAR, VARCHAR or TEXT columns is taken to have it.",
          "All versions.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Table table = subject.table();
    boolean column =
        subject.change() instanceof AddColumn || subject.change() instanceof Change.DropColumn;
    Innodb innodb = table == null ? null : table.innodb();
    if (!column || table == null || innodb == null || !subject.effect().rewrites()) {
      return Optional.empty();
    }
    if (table.hasFulltext()) {
      return subject.found(
          this,
          subject.weight(),
          subject.costs(),
          "drop the FULLTEXT index, rebuild the table and add the index again in a quiet hour; or"
              + " use gh-ost.");
    }
    return switch (isInstantElsewhere(subject.server()) ? innodb.residue() : Residue.NONE) {
      case NONE -> Optional.empty();
      case LEFT -> left(subject);
      case UNSEEN -> subject.ddl().pins().refusesRebuild() ? Optional.empty() : unseen(subject);
    };
  }

  /** Before, every new column built its table anew. */
  private static boolean isInstantElsewhere(Server server) {
    return server.isMariadb() ? server.isAtLeast(10, 3, 2) : server.isAtLeast(8, 0, 12);
  }

  private Optional<Finding> left(Subject subject) {
    return subject.found(
        this,
        Severity.CAUTION,
        "what a FULLTEXT index left behind makes it a rebuild: " + subject.costs(),
        "rebuild the table once, in a quiet hour; then such changes are instant again.",
        "ALTER TABLE " + subject.tableSql() + " FORCE, ALGORITHM=INPLACE, LOCK=NONE");
  }

  private Optional<Finding> unseen(Subject subject) {
    return subject.found(
        this,
        Severity.CAUTION,
        "whether a FULLTEXT index left its hidden column behind, only users with the PROCESS "
            + "privilege see. If one did, it is no ALGORITHM=INSTANT: "
            + subject.costs(),
        "have the server refuse rather than rebuild.",
        subject.ddl().sql() + ", ALGORITHM=INSTANT");
  }
}
