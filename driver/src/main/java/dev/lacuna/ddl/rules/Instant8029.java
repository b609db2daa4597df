package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** INSTANT on MySQL 8.0.29. */
final class Instant8029 implements Rule {

  private static final About ABOUT =
      new About(
          "instant-corrupts-8029",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL),
          "INSTANT on MySQL 8.0.29",
          "The first release that could add a column anywhere and drop one at once "
              + "corrupted tables, and was withdrawn; XtraBackup refuses tables with such row "
              + "versions up to 8.0.31.",
          "MySQL 8.0.29 (danger), 8.0.30 and 8.0.31 (caution).",
          List.of(
              "https://docs.percona.com/percona-xtrabackup/8.0/em/instant.html",
              "https://dev.mysql.com/doc/relnotes/mysql/8.0/en/news-8-0-30.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    Server server = subject.server();
    boolean version =
        server.engine() == Engine.MYSQL
            && server.isAtLeast(8, 0, 29)
            && !server.isAtLeast(8, 0, 32);
    boolean column =
        subject.change() instanceof AddColumn || subject.change() instanceof Change.DropColumn;
    if (!version || !column) {
      return Optional.empty();
    }
    return subject.found(
        this,
        server.isAtLeast(8, 0, 30) ? Severity.CAUTION : Severity.DANGEROUS,
        server.label() + " may corrupt tables that have row versions, or backups refuse them.",
        "upgrade first; until then rebuild in place.",
        subject.ddl().sql() + ", ALGORITHM=INPLACE, LOCK=NONE");
  }
}
