package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.Maintain;
import dev.lacuna.ddl.change.Change.Maintenance;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** VACUUM FULL, CLUSTER or REFRESH MATERIALIZED VIEW. */
final class TableRewriteCommand implements Rule {

  private static final About ABOUT =
      new About(
          "table-rewrite-command",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "VACUUM FULL, CLUSTER or REFRESH MATERIALIZED VIEW",
          "The table or view is written anew under ACCESS EXCLUSIVE.",
          "All versions. REFRESH can be CONCURRENTLY where the view has a unique index: "
              + "then writes wait, reads go on.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-vacuum.html",
              "https://www.postgresql.org/docs/18/sql-cluster.html",
              "https://www.postgresql.org/docs/18/sql-refreshmaterializedview.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof Maintain maintain) || !subject.isPostgresql()) {
      return Optional.empty();
    }
    if (maintain.command() == Maintenance.REFRESH) {
      return maintain.concurrently()
          ? Optional.empty()
          : subject.found(
              this,
              subject.costs(),
              "refresh it concurrently; that needs a unique index on the view.",
              "REFRESH MATERIALIZED VIEW CONCURRENTLY " + subject.tableSql());
    }
    return subject.found(
        this,
        subject.costs(),
        "use pg_repack, which works beside the traffic, or a maintenance window.");
  }
}
