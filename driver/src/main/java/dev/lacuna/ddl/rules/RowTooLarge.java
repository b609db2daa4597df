package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.RowSize;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.Innodb;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row would get too large. */
final class RowTooLarge implements Rule {

  private static final About ABOUT =
      new About(
          "row-too-large",
          Severity.CAUTION,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A row would get too large",
          "All columns of a table may take 65,535 bytes together, where BLOB and TEXT count 9 to 12 "
              + "each. And what has to be in the row's page may fill half of it, 8,125 bytes of the "
              + "usual 16 kB: values of BLOB, TEXT and long VARCHAR are kept elsewhere, but leave a "
              + "pointer. More is refused (1118). Lacuna counts the columns of tables with "
              + "`ROW_FORMAT=DYNAMIC`, the default; where a new character set makes all of them "
              + "longer, it does not.",
          "MySQL refuses more than fits a page while `innodb_strict_mode` is on, which is the default, "
              + "and from 8.0.29 on rebuilds a table for a change that it would else make at once, if "
              + "VARCHAR of up to 255 bytes might fill the page (4157). MariaDB adds columns that may "
              + "be NULL all the same; rows that fill them are refused then, and so is a copy of the "
              + "table.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/column-count-limit.html"));

  private static final String INSTEAD =
      "make columns shorter, make them TEXT, or put them into a table of their own.";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    List<Change> changes = subject.ddl().changes();
    RowSize size = subject.isFirst() ? RowSize.after(changes, subject.facts()) : null;
    if (size == null) {
      return Optional.empty();
    }
    if (size.exceedsDefinition()) {
      return subject.found(
          this,
          "the columns take %s bytes then, of %s: %s refuses the statement (1118)."
              .formatted(
                  Texts.count(size.defined()),
                  Texts.count(RowSize.DEFINED_LIMIT),
                  subject.serverText()),
          INSTEAD);
    }
    if (size.exceedsPage()) {
      return subject.found(this, page(subject, size), INSTEAD);
    }
    return size.onlyRefusesInstant(subject.server()) && isInstantElse(subject)
        ? subject.found(this, rebuild(subject, size), "make columns shorter, or TEXT.")
        : Optional.empty();
  }

  private static String page(Subject subject, RowSize size) {
    return "a row may take %s bytes in its page then, of %s: %s"
        .formatted(
            Texts.count(size.inPage()), Texts.count(size.pageLimit() - 1), consequence(subject));
  }

  private static String consequence(Subject subject) {
    Table table = subject.table();
    Innodb innodb = table == null ? null : table.innodb();
    boolean strict = innodb == null || innodb.strict();
    String later =
        "rows that fill their columns are refused (1118), and so is a copy of the table.";
    boolean atOnce =
        subject.server().isMariadb()
            ? subject.whole().algorithm() != Algorithm.COPY
            : subject.whole().algorithm() == Algorithm.INSTANT;
    if (!strict) {
      return "rows that fill their columns are refused (1118).";
    }
    return atOnce
        ? subject.serverText() + " may refuse the statement (1118). If not, " + later
        : subject.serverText() + " refuses the statement (1118).";
  }

  private static boolean isInstantElse(Subject subject) {
    return subject.ddl().changes().stream()
            .anyMatch(change -> change instanceof AddColumn || change instanceof Change.DropColumn)
        && subject.whole().algorithm() == Algorithm.INPLACE
        && subject.whole().rewrites();
  }

  private static String rebuild(Subject subject, RowSize size) {
    return "with each VARCHAR of up to 255 bytes at its longest, a row would take %s bytes in its page, of %s; so it is no ALGORITHM=INSTANT (4157): %s"
        .formatted(
            Texts.count(size.forInstant()),
            Texts.count(size.pageLimit() - 1),
            subject.together().costs("rebuilds"));
  }
}
