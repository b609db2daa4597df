package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema or a database is dropped. */
final class DropSchema implements Rule {

  private static final About ABOUT =
      new About(
          "drop-schema",
          Severity.CAUTION,
          Set.of(Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB),
          "A schema or a database is dropped",
          "All that is in it is gone for good.",
          "PostgreSQL drops a schema that is not empty only with CASCADE; MySQL and MariaDB, "
              + "where a schema is a database, always.",
          List.of(
              "https://www.postgresql.org/docs/18/sql-dropschema.html",
              "https://dev.mysql.com/doc/refman/9.7/en/drop-database.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    return subject.change() instanceof Change.DropObject drop && drop.isSchema()
        ? subject.found(
            this,
            "all tables in it are lost, and running code that names them fails.",
            "take a dump; rename what is in it first, and drop it when nothing has failed for a while.")
        : Optional.empty();
  }
}
